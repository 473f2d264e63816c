import Indicators

import Provenance

/// A small manifest, with what a test is about given by it.
func manifest(
  version: String = "1.0", period: String = "2023", loans: String = "id;day\n1;2023-01-02\n",
  recordsRead: Int = 1, setApart: [RuleCount] = [],
  definition: String = "number of records of loans",
  indicatorsFile: String = "a", figures: String = "figures", register: String = "register"
) -> Manifest {
  Manifest(
    program: Program(name: "kerncijfers", version: version, libraries: ["Yams": "6.2.2"]),
    parameters: ["report": "review", "period": period],
    definitions: [
      DefinitionRecord(
        file: "indicators/lending.yaml", content: Array(indicatorsFile.utf8),
        normalForm: Array(indicatorsFile.filter { $0 != "#" }.utf8))
    ],
    register: [FileRecord(file: "review-2022.csv", content: Array(register.utf8))],
    inputs: [
      InputRecord(
        DeliveryBooks(
          dataset: "loans", file: "loans/2023/harbour.csv", year: 2023, part: "harbour",
          byteCount: loans.utf8.count, recordsRead: recordsRead,
          recordsCounted: recordsRead - setApart.reduce(0) { $0 + $1.count }, setApart: setApart,
          outsidePeriod: 0), sha256: Digest(of: loans.utf8))
    ],
    indicators: [IndicatorRecord(id: "loans", status: "validated", definition: definition)],
    figures: [FigureRecord(id: "1", indicators: ["loans"], datasets: ["loans"])],
    outputs: [FileRecord(file: "figures.csv", content: Array(figures.utf8))])
}

/// A table of cells of one column, by row and value.
func table(_ rows: [(String, String)], source: String = "exports") -> [UInt8] {
  let lines = rows.map { row, value in
    "1,Loans,\(row),2023,\(value),\(value.isEmpty ? "-" : ""),loans,\(source),validated,\n"
  }
  return Array(
    ("figure,title,row,column,value,marker,unit,source,status,note\n" + lines.joined()).utf8)
}
