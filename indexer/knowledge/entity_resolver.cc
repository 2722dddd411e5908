// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/entity_resolver.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr size_t kIdDigits = 20;

// Types that annotators and rules confuse for one thing: an institute, its company, its building.
int TypeClass(v1::EntityType type) {
  if (type == v1::ENTITY_TYPE_COMPANY || type == v1::ENTITY_TYPE_FACILITY) {
    return v1::ENTITY_TYPE_ORGANIZATION;
  }
  return type;
}

std::string WithoutSpaces(const std::string& printed) {
  std::u32string kept;
  const std::u32string text = text::DecodeUtf8(printed);
  for (size_t i = 0; i < text.size(); ++i) {
    const bool between_latin = i > 0 && i + 1 < text.size() && text[i] == U' ' &&
                               text::IsLatinLetter(text[i - 1]) && text::IsLatinLetter(text[i + 1]);
    if (!text::IsSpace(text[i]) || between_latin) kept += text[i];
  }
  return text::EncodeUtf8(kept);
}

// One entity of one article.
struct Node {
  size_t article = 0;
  int32_t local = 0;
  const LocalEntity* entity = nullptr;
  const v1::EntityAlias* aliases = nullptr;  // parallel to entity->names
  const v1::Citation* description_citation = nullptr;
  const std::string* description = nullptr;
  std::string identity;                // folded
  std::map<std::string, int> printed;  // mention texts as printed, counted
  int mentions = 0;
};

class Resolver {
 public:
  explicit Resolver(const std::vector<ArticleKnowledge>& articles) : articles_(articles) {}

  ResolvedEntities Run() {
    MakeNodes();
    parent_.resize(nodes_.size());
    std::iota(parent_.begin(), parent_.end(), size_t{0});
    for (const Node& node : nodes_) {
      curated_.push_back(node.entity->curated ? node.identity : "");
    }
    JoinByIdentity();
    JoinByIntroducedNames();
    BuildEntities();
    BuildMentions();
    return std::move(out_);
  }

 private:
  void MakeNodes() {
    for (size_t a = 0; a < articles_.size(); ++a) {
      const ArticleKnowledge& article = articles_[a];
      first_node_.push_back(nodes_.size());
      size_t alias = 0;
      for (const LocalEntity& entity : article.entities.entities) {
        Node node;
        node.article = a;
        node.local = static_cast<int32_t>(nodes_.size() - first_node_.back());
        node.entity = &entity;
        node.aliases = article.alias_citations.data() + alias;
        node.identity =
            text::FoldKey(entity.identity.empty() && !entity.names.empty() ? entity.names[0].text
                                                                           : entity.identity);
        alias += entity.names.size();
        nodes_.push_back(std::move(node));
      }
      for (const v1::Mention& mention : article.mentions) CountMention(a, mention);
      for (size_t i = first_node_.back(); i < nodes_.size(); ++i) ReadPrinted(nodes_[i]);
      for (const LocalDescription& description : article.descriptions) {
        Node& node = NodeOf(a, description.entity);
        node.description = &description.text;
        node.description_citation = &description.citation;
      }
    }
  }

  Node& NodeOf(size_t article, int32_t local) {
    return nodes_[first_node_[article] + static_cast<size_t>(local)];
  }

  void CountMention(size_t article, const v1::Mention& mention) {
    const int32_t local = ParseLocalEntityId(mention.entity());
    if (local < 0) return;
    Node& node = NodeOf(article, local);
    ++node.mentions;
    ++node.printed[WithoutSpaces(mention.text())];
  }

  // Of an entity without mentions, which stands in longer names only: its names as they stand
  // there.
  static void ReadPrinted(Node& node) {
    if (node.mentions > 0) return;
    for (size_t n = 0; n < node.entity->names.size(); ++n) {
      const v1::Citation& citation = node.aliases[n].citation();
      const std::u32string quote = text::DecodeUtf8(citation.quote());
      const int32_t begin = citation.value_span().start() - citation.span().start();
      const int32_t end = citation.value_span().end() - citation.span().start();
      if (begin < 0 || begin >= end || end > static_cast<int32_t>(quote.size())) continue;
      const text::Span words{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
      node.printed.try_emplace(WithoutSpaces(text::EncodeUtf8(text::Slice(quote, words))));
    }
  }

  size_t Root(size_t node) {
    while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
    return node;
  }

  void Join(size_t a, size_t b) {
    a = Root(a);
    b = Root(b);
    if (a == b || ArePartedByPack(a, b)) return;
    const std::string curated = curated_[a].empty() ? curated_[b] : curated_[a];
    parent_[std::max(a, b)] = std::min(a, b);
    curated_[std::min(a, b)] = curated;
  }

  // What knowledge packs tell apart, no article joins.
  bool ArePartedByPack(size_t root_a, size_t root_b) const {
    return !curated_[root_a].empty() && !curated_[root_b].empty() &&
           curated_[root_a] != curated_[root_b];
  }

  void JoinByIdentity() {
    constexpr int kCurated = -1;  // whatever the type: a pack has one entity of a name
    std::map<std::pair<std::string, int>, size_t> first;
    const auto join = [&](size_t i, int type_class) {
      const auto [entry, added] = first.try_emplace({nodes_[i].identity, type_class}, i);
      if (!added) Join(i, entry->second);
    };
    for (size_t i = 0; i < nodes_.size(); ++i) {
      join(i, TypeClass(nodes_[i].entity->type));
      if (nodes_[i].entity->curated) join(i, kCurated);
    }
  }

  static bool SpeaksForAll(const LocalName& name) {
    return !name.document_scoped && !name.conditional &&
           (name.kind == v1::ALIAS_KIND_ABBREVIATION || name.kind == v1::ALIAS_KIND_TRANSLATION ||
            name.kind == v1::ALIAS_KIND_FORMER_NAME);
  }

  // A name that one article introduces joins the articles that use it without explanation, unless
  // two entities claim it.
  void JoinByIntroducedNames() {
    std::map<std::pair<std::string, int>, std::set<size_t>> owners;
    for (size_t i = 0; i < nodes_.size(); ++i) {
      for (const LocalName& name : nodes_[i].entity->names) {
        if (!SpeaksForAll(name)) continue;
        owners[{text::FoldKey(name.text), TypeClass(nodes_[i].entity->type)}].insert(Root(i));
      }
    }
    std::vector<std::pair<size_t, size_t>> joins;
    for (size_t i = 0; i < nodes_.size(); ++i) {
      const auto found = owners.find({nodes_[i].identity, TypeClass(nodes_[i].entity->type)});
      if (found == owners.end() || found->second.size() != 1) continue;
      joins.emplace_back(i, *found->second.begin());
    }
    for (const auto& [a, b] : joins) Join(a, b);
  }

  void BuildEntities() {
    std::map<size_t, std::vector<size_t>> groups;
    for (size_t i = 0; i < nodes_.size(); ++i) groups[Root(i)].push_back(i);
    out_.refs.resize(articles_.size());
    for (size_t a = 0; a < articles_.size(); ++a) {
      out_.refs[a].resize(articles_[a].entities.entities.size());
    }
    for (const auto& [root, members] : groups) {
      v1::Entity entity = MakeEntity(members);
      for (const size_t i : members) {
        v1::EntityRef& ref = out_.refs[nodes_[i].article][static_cast<size_t>(nodes_[i].local)];
        ref.set_entity(entity.name());
        ref.set_display_name(entity.display_name());
      }
      out_.entities.push_back(std::move(entity));
    }
    std::sort(out_.entities.begin(), out_.entities.end(),
              [](const v1::Entity& a, const v1::Entity& b) { return a.name() < b.name(); });
  }

  // The identity that most mentions speak for; of equals the longest, then the first by code.
  // That of a knowledge pack is not voted on.
  std::string IdentityOfGroup(const std::vector<size_t>& members) const {
    for (const size_t i : members) {
      if (nodes_[i].entity->curated) return nodes_[i].identity;
    }
    std::map<std::string, int> votes;
    for (const size_t i : members) votes[nodes_[i].identity] += std::max(1, nodes_[i].mentions);
    const bool several = votes.size() > 1;
    const auto better = [&](const auto& a, const auto& b) {
      const size_t size_a = several ? a.first.size() : 0;
      const size_t size_b = several ? b.first.size() : 0;
      return std::tuple(size_a, a.second, b.first) < std::tuple(size_b, b.second, a.first);
    };
    return std::max_element(votes.begin(), votes.end(), better)->first;
  }

  v1::EntityType TypeOfGroup(const std::vector<size_t>& members) const {
    const bool curated = std::any_of(members.begin(), members.end(),
                                     [this](size_t i) { return nodes_[i].entity->curated; });
    std::map<v1::EntityType, int> votes;
    for (const size_t i : members) {
      if (curated && !nodes_[i].entity->curated) continue;
      votes[nodes_[i].entity->type] += std::max(1, nodes_[i].mentions);
    }
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }

  // The printed form of the canonical name that most mentions have.
  std::string DisplayName(const std::vector<size_t>& members, const std::string& identity) const {
    std::map<std::string, int> votes;
    for (const size_t i : members) {
      for (const auto& [printed, count] : nodes_[i].printed) {
        if (text::FoldKey(printed) == identity) votes[printed] += count;
      }
    }
    if (votes.empty()) {
      for (const size_t i : members) {
        if (nodes_[i].identity != identity) continue;
        const LocalEntity& entity = *nodes_[i].entity;
        // The article uses a short name only: its own name is what it can show, but for names that
        // say nothing elsewhere (三期).
        return HasNameOfItsOwn(entity) ? MostPrinted(nodes_[i]) : entity.identity;
      }
    }
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) {
                              return std::tuple(a.second, b.first) < std::tuple(b.second, a.first);
                            })
        ->first;
  }

  static bool HasNameOfItsOwn(const LocalEntity& entity) {
    return std::any_of(entity.names.begin(), entity.names.end(), [](const LocalName& name) {
      return !name.conditional && !name.document_scoped;
    });
  }

  static std::string MostPrinted(const Node& node) {
    const std::string canonical = text::FoldKey(node.entity->names[0].text);
    for (const auto& [printed, count] : node.printed) {
      if (text::FoldKey(printed) == canonical) return printed;
    }
    return node.entity->names[0].text;
  }

  v1::Entity MakeEntity(const std::vector<size_t>& members) {
    v1::Entity entity;
    const std::string identity = IdentityOfGroup(members);
    entity.set_type(TypeOfGroup(members));
    entity.set_display_name(DisplayName(members, identity));
    entity.set_name(EntityName(identity, entity.type()));
    AddAliases(members, entity);
    std::set<size_t> in_articles;
    int mentions = 0;
    for (const size_t i : members) {
      mentions += nodes_[i].mentions;
      if (nodes_[i].mentions > 0) in_articles.insert(nodes_[i].article);
    }
    entity.set_mention_count(mentions);
    entity.set_article_count(static_cast<int>(in_articles.size()));
    AddDescription(members, entity);
    return entity;
  }

  // The order in which articles and places are preferred, whatever order the articles came in.
  std::vector<size_t> ByArticle(const std::vector<size_t>& members) const {
    std::vector<size_t> ordered = members;
    std::sort(ordered.begin(), ordered.end(), [&](size_t a, size_t b) {
      return std::tie(articles_[nodes_[a].article].article, nodes_[a].local) <
             std::tie(articles_[nodes_[b].article].article, nodes_[b].local);
    });
    return ordered;
  }

  void AddAliases(const std::vector<size_t>& members, v1::Entity& entity) const {
    std::map<std::string, v1::EntityAlias> by_text;
    for (const size_t i : ByArticle(members)) {
      const Node& node = nodes_[i];
      for (size_t n = 0; n < node.entity->names.size(); ++n) {
        for (v1::EntityAlias& alias : PrintedForms(node, node.aliases[n])) {
          const auto [entry, added] = by_text.try_emplace(alias.text(), alias);
          if (!added && entry->second.document_scoped() && !alias.document_scoped()) {
            entry->second = alias;
          }
        }
      }
    }
    const auto canonical = by_text.find(entity.display_name());
    if (canonical != by_text.end()) {
      canonical->second.set_kind(v1::ALIAS_KIND_CANONICAL);
      canonical->second.set_document_scoped(false);
      *entity.add_aliases() = canonical->second;
      by_text.erase(canonical);
    } else {
      v1::EntityAlias* const own = entity.add_aliases();
      own->set_text(entity.display_name());
      own->set_kind(v1::ALIAS_KIND_CANONICAL);
    }
    for (auto& [text, alias] : by_text) {
      if (alias.kind() == v1::ALIAS_KIND_CANONICAL) alias.set_kind(v1::ALIAS_KIND_VARIANT);
      *entity.add_aliases() = alias;
    }
  }

  // A name in every form that the article prints it in; the form of the rules if it prints none.
  static std::vector<v1::EntityAlias> PrintedForms(const Node& node, const v1::EntityAlias& alias) {
    std::vector<v1::EntityAlias> forms;
    const std::string key = text::FoldKey(alias.text());
    for (const auto& [printed, count] : node.printed) {
      if (text::FoldKey(printed) != key) continue;
      forms.push_back(alias);
      forms.back().set_text(printed);
    }
    if (forms.empty()) forms.push_back(alias);
    return forms;
  }

  void AddDescription(const std::vector<size_t>& members, v1::Entity& entity) const {
    for (const size_t i : ByArticle(members)) {
      if (nodes_[i].description == nullptr) continue;
      entity.set_description(*nodes_[i].description);
      *entity.mutable_description_citation() = *nodes_[i].description_citation;
      return;
    }
  }

  void BuildMentions() {
    for (size_t a = 0; a < articles_.size(); ++a) {
      std::vector<v1::Mention>& mentions = out_.mentions[articles_[a].article];
      for (const v1::Mention& mention : articles_[a].mentions) {
        const int32_t local = ParseLocalEntityId(mention.entity());
        if (local < 0) continue;
        mentions.push_back(mention);
        mentions.back().set_entity(out_.refs[a][static_cast<size_t>(local)].entity());
      }
      std::stable_sort(mentions.begin(), mentions.end(),
                       [](const v1::Mention& x, const v1::Mention& y) {
                         return x.span().start() < y.span().start();
                       });
    }
  }

  const std::vector<ArticleKnowledge>& articles_;
  std::vector<Node> nodes_;
  std::vector<size_t> first_node_;  // of each article
  std::vector<size_t> parent_;
  std::vector<std::string> curated_;  // of each root: the identity that a pack gives it, or empty
  ResolvedEntities out_;
};

}  // namespace

std::string EntityName(const std::string& canonical_name, v1::EntityType type) {
  base::Sha256 digest;
  digest.UpdateField(text::FoldKey(canonical_name));
  digest.UpdateField(v1::EntityType_Name(type));
  return absl::StrCat("entities/", digest.FinishHex().substr(0, kIdDigits));
}

ResolvedEntities ResolveEntities(const std::vector<ArticleKnowledge>& articles) {
  return Resolver(articles).Run();
}

}  // namespace yinzheng::knowledge
