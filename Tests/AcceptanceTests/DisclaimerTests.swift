import Foundation
import Testing

@Suite struct DisclaimerTests {
  private let disclaimer = "Dit verslag is berekend op synthetische exports."
  private let contact = "KBI-Freshdesk"

  @Test func `every output says what its numbers are not and whom to ask`() throws {
    let folder = try FreshRun.file("").path
    // The tables for programs have it beside them, in the form of the W3C.
    let beside = ["figures.csv", "findings.csv"]
    let metadata = try Data(contentsOf: FreshRun.file("csv-metadata.json"))
    let group = try #require(
      try JSONSerialization.jsonObject(with: metadata) as? [String: Any])
    let tables = try #require(group["tables"] as? [[String: Any]])
    #expect(tables.map { $0["url"] as? String } == beside)
    for table in tables {
      let file = try FreshRun.file(table["url"] as? String ?? "")
      let header = try #require(
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first)
      let columns = (table["tableSchema"] as? [String: Any])?["columns"] as? [[String: String]]
      #expect(columns?.map { $0["name"] ?? "" } == header.split(separator: ",").map(String.init))
    }
    var checked = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where name.contains(".") && !beside.contains(name)
      && !["manifest.json", "run.json"].contains(name)
    {
      let text = try text(of: FreshRun.file(name))
      #expect(text.contains(disclaimer), "\(name)")
      #expect(text.contains(contact), "\(name)")
      checked += 1
    }
    #expect(checked > 20)
  }

  /// The text of a file, or of all cells of a workbook.
  private func text(of file: URL) throws -> String {
    guard file.pathExtension == "xlsx" else {
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    let answer = try Program.run(
      Program.python,
      [
        "-c",
        """
        import openpyxl, sys
        for sheet in openpyxl.load_workbook(sys.argv[1]):
            for row in sheet.iter_rows(values_only=True):
                print(*[value for value in row if value is not None])
        """,
        file.path,
      ])
    return answer.output
  }
}
