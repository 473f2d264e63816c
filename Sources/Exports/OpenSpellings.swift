/// How often the values of open lists were written in which way, in one chunk.
package struct OpenSpellings {
  /// By list, key and spelling.
  private var counts: [String: [String: [[UInt8]: Int]]] = [:]

  /// Nothing yet.
  init() {}

  /// Adds what was counted for a list, whose values `lists` numbers.
  mutating func add(_ counted: [Int64: [[UInt8]: Int]], to list: String, _ lists: OpenLists) {
    let keys = lists.keys(of: list)
    for (number, spellings) in counted where number > 0 && number <= keys.count {
      counts[list, default: [:]][keys[Int(number) - 1], default: [:]]
        .merge(spellings, uniquingKeysWith: +)
    }
  }

  /// Gives the counts to the lists of a run.
  package func share(with lists: OpenLists) {
    for (list, keys) in counts {
      var numbered: [Int64: [[UInt8]: Int]] = [:]
      for (key, spellings) in keys { numbered[lists.number(of: key, in: list)] = spellings }
      lists.add(numbered, to: list)
    }
  }

  /// Writes the counts.
  func write(to writer: inout ByteWriter) {
    writer.add(each: counts.sorted { $0.key < $1.key }) { writer, list in
      writer.add(list.key)
      writer.add(each: list.value.sorted { $0.key < $1.key }) { writer, key in
        writer.add(key.key)
        writer.add(each: Array(key.value)) { writer, spelling in
          writer.add(spelling.key)
          writer.add(spelling.value)
        }
      }
    }
  }

  /// Reads counts.
  init(from reader: inout ByteReader) throws(BrokenBytes) {
    for _ in 0..<(try reader.count()) {
      let list = try reader.text()
      for _ in 0..<(try reader.count()) {
        let key = try reader.text()
        for _ in 0..<(try reader.count()) {
          counts[list, default: [:]][key, default: [:]][try reader.content()] = try reader.int()
        }
      }
    }
  }
}
