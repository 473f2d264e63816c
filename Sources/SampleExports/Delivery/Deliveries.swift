/// Everything that was delivered, written to the output folder as it comes.
struct Deliveries {
  /// What the README says about one dataset.
  struct Sample {
    let dataset: String
    let dialect: Dialect
    let path: String
    /// The first lines of the file, as UTF-8.
    let firstLines: String
    var files: Int
    var records: Yearly<Int>
  }

  /// One entry per dataset, in the order of delivery.
  private(set) var samples: [Sample] = []
  private let folder: OutputFolder

  /// Creates an empty set of deliveries.
  init(folder: OutputFolder) {
    self.folder = folder
  }

  /// Writes one export.
  mutating func add(
    _ text: CSVText, dataset: String, year: SampleYear, file: String, dialect: Dialect
  ) throws(OutputError) {
    let path = "\(dataset)/\(year.rawValue)/\(file).csv"
    try folder.write(text.bytes, to: path)
    let added = Yearly(
      in2018: year == .in2018 ? text.recordCount : 0,
      in2019: year == .in2019 ? text.recordCount : 0)
    if let index = samples.firstIndex(where: { $0.dataset == dataset }) {
      let records = samples[index].records
      samples[index].files += 1
      samples[index].records = Yearly(
        in2018: records.in2018 + added.in2018, in2019: records.in2019 + added.in2019)
    } else {
      samples.append(
        Sample(
          dataset: dataset, dialect: dialect, path: path, firstLines: firstLines(of: text, dialect),
          files: 1, records: added))
    }
  }

  /// The header and two records, decoded.
  private func firstLines(of text: CSVText, _ dialect: Dialect) -> String {
    let content = text.bytes.drop { $0 >= 0x80 }
    var lines = content.prefix(2000).split(separator: 0x0a, maxSplits: 3).prefix(3)
    lines = lines.map { $0.last == 0x0d ? $0.dropLast() : $0 }[...]
    return lines.map { line in
      switch dialect.encoding {
      case .utf8: String(decoding: line, as: UTF8.self)
      case .windows1252: Windows1252.text(of: line)
      }
    }.joined(separator: "\n")
  }
}
