// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_file.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/tokenizer.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using google::protobuf::TextFormat;

constexpr uint64_t kMaxBytes = uint64_t{16} << 20;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// What a folder or file given to the build leads to.
struct Found {
  std::string path;
  std::string relative;
};

absl::Status Walk(const base::FileSystem& files, const Found& folder, std::vector<Found>& found) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, files.List(folder.path));
  for (const std::string& name : names) {
    if (absl::StartsWith(name, ".")) continue;
    const Found entry{base::JoinPath(folder.path, name), base::JoinPath(folder.relative, name)};
    if (files.IsDirectory(entry.path)) {
      YZ_RETURN_IF_ERROR(Walk(files, entry, found));
    } else if (absl::EndsWith(name, ".textproto")) {
      found.push_back(entry);
    }
  }
  return absl::OkStatus();
}

std::string BaseName(const std::string& path) {
  const size_t slash = path.find_last_of('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

absl::StatusOr<std::vector<Found>> List(const base::FileSystem& files,
                                        const std::vector<std::string>& paths) {
  std::vector<Found> found;
  for (const std::string& path : paths) {
    if (!files.Exists(path)) {
      return absl::NotFoundError(
          absl::StrCat("read knowledge pack ", path, ": there is no such file or folder"));
    }
    if (!files.IsDirectory(path)) {
      found.push_back({path, BaseName(path)});
      continue;
    }
    const size_t before = found.size();
    YZ_RETURN_IF_ERROR(Walk(files, {path, ""}, found));
    if (found.size() == before) {
      return absl::NotFoundError(absl::StrCat("read knowledge pack ", path,
                                              ": the folder holds no file named *.textproto"));
    }
  }
  return found;
}

// Facts name the file of their relation by its relative path alone.
absl::Status CheckDistinct(const std::vector<Found>& found) {
  std::map<std::string, std::string> paths;
  for (const Found& file : found) {
    const auto [other, added] = paths.try_emplace(file.relative, file.path);
    if (added) continue;
    return absl::InvalidArgumentError(
        absl::StrCat("read knowledge packs: ", other->second, " and ", file.path, " are both ",
                     file.relative, " to the facts they lead to; rename one, or give it once"));
  }
  return absl::OkStatus();
}

template <typename Enum>
std::string ValuesOf() {
  const google::protobuf::EnumDescriptor& type = *google::protobuf::GetEnumDescriptor<Enum>();
  std::vector<std::string> names;
  for (int i = 1; i < type.value_count(); ++i) names.push_back(type.value(i)->name());
  return absl::StrJoin(names, " ");
}

// What to do about an error of the parser.
std::string Advice(const std::string& message) {
  if (absl::StartsWith(message, "Unknown enumeration value")) {
    const bool kind = absl::StrContains(message, "\"kind\"");
    return absl::StrCat("; values are ",
                        kind ? ValuesOf<v1::AliasKind>() : ValuesOf<v1::EntityType>());
  }
  if (absl::StrContains(message, "has no field named")) {
    return "; docs/knowledge-packs.md lists the fields";
  }
  return "; see docs/knowledge-packs.md for the format";
}

// Place of the offset `at` of the contents.
PackPlace PlaceOf(const PackFile& file, size_t at) {
  const std::string_view before = std::string_view(file.contents).substr(0, at);
  const size_t line_begin = before.find_last_of('\n') + 1;  // npos + 1 is 0
  return {file.number, file.path,
          static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
          static_cast<int>(at - line_begin) + 1};
}

size_t OffsetOf(const PackFile& file, int line) {
  size_t at = 0;
  for (int i = 1; i < line && at != std::string::npos; ++i) at = file.contents.find('\n', at) + 1;
  return at;
}

// The word that the parser complains of: it says where it stopped, behind that.
std::string BlamedWord(const std::string& message) {
  const bool value = absl::StartsWith(message, "Unknown enumeration value");
  if (!value && !absl::StrContains(message, "has no field named")) return "";
  const std::vector<std::string> parts = absl::StrSplit(message, '"');
  if (parts.size() < 3) return "";
  return value ? parts[1] : parts[parts.size() - 2];
}

class ErrorCollector final : public google::protobuf::io::ErrorCollector {
 public:
  ErrorCollector(const PackFile& file, PackErrors& errors) : file_(file), errors_(errors) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string& message) override {
    PackPlace place{file_.number, file_.path, std::max(line, 0) + 1, std::max(column, 0) + 1};
    if (const std::string word = BlamedWord(message); !word.empty()) {
      const size_t stopped = OffsetOf(file_, place.line) + static_cast<size_t>(place.column) - 1;
      const size_t at = file_.contents.rfind(word, stopped);
      if (at != std::string::npos) place = PlaceOf(file_, at);
    }
    const std::string_view text = base::StdView(absl::StripSuffix(message, "."));
    errors_.Add(place, absl::StrCat(base::AbslView(text), Advice(message)));
  }

 private:
  const PackFile& file_;
  PackErrors& errors_;
};

// The line of the first byte that is no UTF-8; 0 if all is.
int LineOfBadUtf8(const std::string& contents) {
  if (text::CountInvalidUtf8(contents) == 0) return 0;
  int line = 1;
  size_t begin = 0;
  while (begin < contents.size()) {
    const size_t end = std::min(contents.find('\n', begin), contents.size());
    if (text::CountInvalidUtf8(std::string_view(contents).substr(begin, end - begin)) > 0) break;
    begin = end + 1;
    ++line;
  }
  return line;
}

bool Parse(PackFile& file, PackErrors& errors) {
  if (const int line = LineOfBadUtf8(file.contents); line > 0) {
    errors.Add({file.number, file.path, line, 1}, "this line is not UTF-8; save the file as UTF-8");
    return false;
  }
  ErrorCollector collector(file, errors);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  parser.WriteLocationsTo(file.places.get());
  return parser.ParseFromString(file.contents, &file.message);
}

absl::StatusOr<PackFile> Open(const base::FileSystem& files, const Found& found, int number) {
  YZ_ASSIGN_OR_RETURN(const uint64_t size, files.FileSize(found.path));
  if (size > kMaxBytes) {
    return absl::InvalidArgumentError(absl::StrCat("read knowledge pack ", found.path, ": ", size,
                                                   " bytes are more than 16 MiB; divide it"));
  }
  PackFile file;
  file.number = number;
  file.path = found.path;
  file.relative = found.relative;
  YZ_ASSIGN_OR_RETURN(file.contents, files.ReadFile(found.path));
  if (absl::StartsWith(file.contents, base::AbslView(kByteOrderMark))) {
    file.contents.erase(0, kByteOrderMark.size());
  }
  file.places = std::make_unique<TextFormat::ParseInfoTree>();
  return file;
}

}  // namespace

PackNode::PackNode(const PackFile& file)
    : file_(&file),
      type_(pack::v1::KnowledgePack::descriptor()),
      tree_(file.places.get()),
      place_{file.number, file.path} {}

PackNode PackNode::Child(std::string_view field, int index) const {
  PackNode child = *this;
  const google::protobuf::FieldDescriptor* const part = type_->FindFieldByName(std::string(field));
  child.place_ = Place(field, index);
  child.type_ = part->message_type();
  child.tree_ =
      tree_ == nullptr ? nullptr : tree_->GetTreeForNested(part, part->is_repeated() ? index : -1);
  return child;
}

PackPlace PackNode::Place(std::string_view field, int index, std::string_view value) const {
  if (tree_ == nullptr) return place_;
  const google::protobuf::FieldDescriptor* const part = type_->FindFieldByName(std::string(field));
  TextFormat::ParseLocation location;
  // A list is one statement: its later values have no location of their own.
  for (int i = index; i >= 0 && location.line < 0; --i) {
    location = tree_->GetLocation(part, part->is_repeated() ? i : -1);
  }
  if (location.line < 0) return place_;
  PackPlace place{file_->number, file_->path, location.line + 1, location.column + 1};
  if (value.empty()) return place;
  const size_t found = file_->contents.find(absl::StrCat("\"", base::AbslView(value), "\""),
                                            OffsetOf(*file_, place.line));
  return found == std::string::npos ? place : PlaceOf(*file_, found);
}

absl::StatusOr<std::vector<PackFile>> ReadPackFiles(const base::FileSystem& files,
                                                    const std::vector<std::string>& paths,
                                                    PackErrors& errors) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Found> found, List(files, paths));
  YZ_RETURN_IF_ERROR(CheckDistinct(found));
  std::vector<PackFile> packs;
  for (size_t i = 0; i < found.size(); ++i) {
    YZ_ASSIGN_OR_RETURN(PackFile file, Open(files, found[i], static_cast<int>(i)));
    if (Parse(file, errors)) packs.push_back(std::move(file));
  }
  return packs;
}

}  // namespace yinzheng::knowledge
