import Exports
import Findings
import Foundation
import Schemas
import TestSupport
import Testing

@Suite struct DeliveryFolderTests {
  private let visits = ExportSchema.dataset(
    "visits", [ExportSchema.date("day")], event: "day",
    naming: .perMember(column: "branch", members: ["north", "south"]))
  private let loans = ExportSchema.dataset(
    "loans", [ExportSchema.date("day")], event: "day", naming: .perMonth)

  /// What is found in a folder, but for datasets of which there is nothing.
  private func findings(_ files: [String]) throws -> [String] {
    let folder = try ExportFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, "x\n") }))
    return try DeliveryFolder(path: folder.path, schemas: [visits, loans]).deliveries()
      .findings.filter { !$0.message.hasPrefix("has no deliveries") }.map(\.description)
  }

  @Test func `a dataset without deliveries is missing as a whole`() throws {
    let folder = try ExportFolder(["visits/2019/north.csv": "x", "visits/2019/south.csv": "x"])
    let found = try DeliveryFolder(path: folder.path, schemas: [visits, loans]).deliveries()
    #expect(found.findings.map(\.location.file) == ["loans"])
    #expect(found.findings.map(\.rule) == ["missing-export"])
  }

  @Test func `a compressed file is a delivery, besides another one it is too many`() throws {
    let all = ["visits/2019/north.csv.gz", "visits/2019/south.csv"]
    #expect(try findings(all) == [])
    #expect(try findings(all + ["visits/2019/north.csv"]).count == 1)
  }

  @Test func `a folder that is not there is an error with the path`() {
    #expect(throws: ExportError.folderMissing(path: "/no/such/folder")) {
      try DeliveryFolder(path: "/no/such/folder", schemas: []).deliveries()
    }
  }

  @Test func `a file that is missing is named`() throws {
    #expect(
      try findings(["visits/2019/north.csv"]) == [
        """
        visits/2019/south.csv: error: is not there, expected all 2 files of 'visits' for 2019 \
        [missing-export]
          fix: ask the library for the file; figures over it are not available without it
        """
      ])
  }

  @Test func `a month in the middle is missing, those after the last one are not`() throws {
    #expect(
      try findings(["loans/2019/2019-01.csv", "loans/2019/2019-03.csv"]) == [
        """
        loans/2019/2019-02.csv: error: is not there, expected all 3 files of 'loans' for 2019 \
        [missing-export]
          fix: ask the library for the file; figures over it are not available without it
        """
      ])
  }

  @Test func `a year between two others is missing as a whole`() throws {
    let files = ["2017", "2019"].flatMap { ["visits/\($0)/north.csv", "visits/\($0)/south.csv"] }
    #expect(
      try findings(files) == [
        """
        visits/2018: error: is not there, expected a folder for each year between the first and \
        the last [missing-export]
          fix: ask the library for the year; figures over it are not available without it
        """
      ])
  }

  @Test func `a file whose name does not fit is an error with the nearest name`() throws {
    let all = ["visits/2019/north.csv", "visits/2019/south.csv"]
    #expect(
      try findings(all + ["visits/2019/nort.csv"]) == [
        """
        visits/2019/nort.csv: error: is a file of another name, expected a file for one of the 2 \
        members (nearest: 'north.csv') [unexpected-file]
          fix: rename it if it is a delivery, otherwise move it elsewhere; it was not read
        """
      ])
  }

  @Test func `a folder that is no year or no dataset is an error`() throws {
    let rules = try findings(["visits/2019 /north.csv", "vistis/2019/north.csv"])
    #expect(
      rules == [
        """
        vistis: error: is a folder, expected a folder named after one of the 2 datasets \
        (nearest: 'visits') [unexpected-file]
          fix: rename it if it is a delivery, otherwise move it elsewhere; it was not read
        """,
        """
        visits/2019 : error: is a folder, expected folders named after a year, for example 2019 \
        [unexpected-file]
          fix: rename it if it is a delivery, otherwise move it elsewhere; it was not read
        """,
      ])
  }

  @Test func `temporary files are a note, the documentation is silent`() throws {
    let all = ["visits/2019/north.csv", "visits/2019/south.csv", "README.md", "SHA256SUMS"]
    #expect(
      try findings(all + ["visits/2019/.~lock.north.csv#"]) == [
        """
        visits/2019/.~lock.north.csv#: note: is a temporary or system file, expected a file for \
        one of the 2 members [ignored-file]
          fix: none, it is not read
        """
      ])
  }

  @Test func `two names that differ by case are one delivery too many`() throws {
    let all = ["visits/2019/north.csv", "visits/2019/north.CSV", "visits/2019/south.csv"]
    let found = try findings(all)
    #expect(found.count == 1)
    #expect(found[0].contains("is besides 'north.CSV' a file for the same part"))
  }

  @Test func `a pipe, a folder and a link named like deliveries are refused at once`() throws {
    let folder = try ExportFolder(["visits/2019/x": ""])
    let year = folder.path + "/visits/2019"
    mkfifo(year + "/north.csv", 0o600)
    try FileManager.default.createSymbolicLink(
      atPath: year + "/south.csv", withDestinationPath: "/etc/hostname")
    let found = try DeliveryFolder(path: folder.path, schemas: [visits]).deliveries()
    #expect(found.deliveries == [])
    #expect(
      found.findings.map(\.rule) == ["missing-export"]
        + Array(repeating: "unexpected-file", count: 3))
    #expect(found.findings[1].message.hasPrefix("is not a regular file"))
    #expect(found.findings[2].message.hasPrefix("is a symbolic link"))
  }

  @Test func `deliveries come in the order of their paths, with year and part`() throws {
    let folder = try ExportFolder([
      "visits/2019/south.csv": "", "visits/2019/north.CSV": "", "loans/2018/2018-01.csv": "",
    ])
    let found = try DeliveryFolder(path: folder.path, schemas: [visits, loans]).deliveries()
    #expect(
      found.deliveries.map(\.file)
        == ["loans/2018/2018-01.csv", "visits/2019/north.CSV", "visits/2019/south.csv"])
    #expect(found.deliveries.map(\.part) == ["01", "north", "south"])
    #expect(found.deliveries.map(\.year) == [2018, 2019, 2019])
  }
}
