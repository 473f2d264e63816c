internal import Exports
internal import Schemas

/// What a change of a delivery did to its records: which came, went, or say something else now.
struct RecordChanges {
  private(set) var added = 0
  private(set) var removed = 0
  private(set) var changed = 0

  /// Compares two files of a dataset, record by record: by the key, or by all fields where the
  /// dataset has none. Nil when one of them cannot be read to its end.
  init?(from before: String, to after: String, of schema: DatasetSchema) {
    guard let old = RecordChanges.records(of: before, schema),
      let new = RecordChanges.records(of: after, schema)
    else { return nil }
    for (key, contents) in new {
      let earlier = old[key] ?? []
      let paired = min(contents.count, earlier.count)
      added += contents.count - paired
      changed += zip(contents.sorted(), earlier.sorted()).count { $0 != $1 }
    }
    for (key, contents) in old { removed += max(0, contents.count - (new[key]?.count ?? 0)) }
  }

  /// The numbers, in words.
  var inWords: String { "\(added) records added, \(removed) removed, \(changed) changed" }

  /// A short form of each record's fields by its key. The order of columns is no content.
  private static func records(of path: String, _ schema: DatasetSchema) -> [String: [Int]]? {
    var header: [String] = []
    var order: [Int] = []
    var records: [String: [Int]] = [:]
    let reader = RecordReader(path: path, dialect: schema.dialect)
    let (isUsable, _) = reader.read { record in
      guard !header.isEmpty else {
        header = record.fields
        order = header.indices.sorted { header[$0] < header[$1] }
        return
      }
      let key = schema.primaryKey.flatMap(header.firstIndex(of:))
        .flatMap { record.fields.indices.contains($0) ? record.fields[$0] : nil }
      var hasher = Hasher()
      for index in order where record.fields.indices.contains(index) {
        hasher.combine(header[index])
        hasher.combine(record.fields[index])
      }
      let content = hasher.finalize()
      records[key ?? String(content), default: []].append(content)
    }
    return isUsable ? records : nil
  }
}
