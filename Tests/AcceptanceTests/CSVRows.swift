import Foundation

/// The rows of a CSV file as dictionaries by column name, read without the program's own reader.
func rows(ofCSV file: URL) throws -> [[String: String]] {
  let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  var scalars = text.unicodeScalars.makeIterator()
  var pending: Unicode.Scalar?
  while let scalar = pending ?? scalars.next() {
    pending = nil
    switch (scalar, isQuoted) {
    case ("\"", true):
      let next = scalars.next()
      if next == "\"" {
        field.unicodeScalars.append("\"")
      } else {
        isQuoted = false
        pending = next
      }
    case ("\"", false): isQuoted = true
    case (",", false):
      record.append(field)
      field = ""
    case ("\n", false):
      records.append(record + [field])
      record = []
      field = ""
    default: field.unicodeScalars.append(scalar)
    }
  }
  if !field.isEmpty || !record.isEmpty { records.append(record + [field]) }
  guard let header = records.first else { return [] }
  return records.dropFirst().map { record in
    Dictionary(zip(header, record)) { first, _ in first }
  }
}
