import Definitions
import Findings
import Foundation
import Testing

/// Which files of a folder are read, and which are refused.
@Suite struct DefinitionFolderTests {
  @Test func `a folder that is not there cannot be read`() {
    let missing = "/nowhere/definitions"
    #expect(
      throws: DefinitionError.unreadable(
        path: "inputs/definitions", reason: "No such file or directory")
    ) { try Definitions.load(folder: missing) }
  }

  @Test func `a file in place of the folder is refused`() {
    #expect(
      throws: DefinitionError.unreadable(
        path: "inputs/definitions", reason: "is a file, expected a folder")
    ) { try Definitions.load(folder: #filePath) }
  }

  @Test func `a link that leads out of the folder is refused, one within it is read`() throws {
    let found = try findings { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/indicators/outside.yaml", withDestinationPath: #filePath)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/indicators/inside.yaml", withDestinationPath: "all.yaml")
    }
    #expect(
      found == [
        """
        definitions/indicators/inside.yaml:2:10: error: indicator 'loans' is also declared at \
        definitions/indicators/all.yaml:2:10, expected a name used once [duplicate-name]
            - {id: loans, title: Loans, unit: loans, status: validated,
                   ^
          fix: remove or rename one of the two
        """,
        """
        definitions/indicators/inside.yaml:4:10: error: indicator 'borrowers' is also declared \
        at definitions/indicators/all.yaml:4:10, expected a name used once [duplicate-name]
            - {id: borrowers, title: Borrowers, unit: members, status: validated,
                   ^
          fix: remove or rename one of the two
        """,
        """
        definitions/indicators/inside.yaml:6:10: error: indicator 'visitors' is also declared at \
        definitions/indicators/all.yaml:6:10, expected a name used once [duplicate-name]
            - {id: visitors, title: Visitors, unit: visitors, status: validated,
                   ^
          fix: remove or rename one of the two
        """,
        """
        definitions/indicators/outside.yaml: error: the link leads out of the folder of \
        definitions, expected a file within it [outside-folder]
          fix: copy the file into the folder
        """,
      ])
  }

  @Test func `a link to nothing and a folder with the name of a file are refused`() throws {
    let found = try findings { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/indicators/lost.yaml", withDestinationPath: "nothing.yaml")
      try FileManager.default.createDirectory(
        atPath: folder + "/indicators/more.yaml", withIntermediateDirectories: true)
    }
    #expect(
      found == [
        """
        definitions/indicators/lost.yaml: error: cannot be read (No such file or directory), \
        expected a definition [unreadable-file]
          fix: make it readable, or remove it
        """,
        """
        definitions/indicators/more.yaml: error: 'indicators/more.yaml' is no file, expected a \
        file [not-a-file]
          fix: remove or rename it
        """,
      ])
  }

  @Test func `files that would be overlooked are reported, notes beside them are not`() throws {
    let found = try findings { folder in
      for name in ["README.md", "figures.yaml", "indicators/more.yml", "indicators/notes.txt"] {
        try "indicators: []".write(
          toFile: folder + "/" + name, atomically: false, encoding: .utf8)
      }
      try FileManager.default.createDirectory(
        atPath: folder + "/indicators/old", withIntermediateDirectories: true)
    }
    #expect(
      found == [
        """
        definitions/figures.yaml: error: the file is not read here, expected datapackage.yaml or \
        one of the folders codelists, deliveries, indicators, reconciliations, register, reports, schemas and shared [unread-file]
          fix: move the file to the folder it belongs in
        """,
        """
        definitions/indicators/more.yml: error: the file is not read, expected a name that ends \
        in '.yaml' [unread-file]
          fix: rename the file
        """,
        """
        definitions/indicators/old: error: the folder is not read, expected files only \
        [unread-file]
          fix: move its files up
        """,
      ])
  }

  @Test func `a file in another encoding is found at its first byte`() throws {
    let found = try findings { folder in
      let bytes = Data("indicators: []\n# na\u{EF}ef: Li".utf8) + [0xE8] + Data("ge\n".utf8)
      try bytes.write(to: URL(fileURLWithPath: folder + "/indicators/more.yaml"))
    }
    #expect(
      found == [
        """
        definitions/indicators/more.yaml:2:12: error: a byte is not UTF-8 text, expected UTF-8 \
        [not-utf-8]
          # na\u{EF}ef: Li\u{FFFD}ge
                     ^
          fix: save the file as UTF-8; it looks like Windows-1252 or UTF-16
        """
      ])
  }

  @Test func `a file that is too large is refused`() throws {
    let found = try findings { folder in
      let bytes = Data(repeating: UInt8(ascii: "#"), count: (8 << 20) + 1)
      try bytes.write(to: URL(fileURLWithPath: folder + "/indicators/more.yaml"))
    }
    #expect(
      found == [
        """
        definitions/indicators/more.yaml: error: the file is larger than 8388608 bytes, expected \
        a definition [too-large]
          fix: divide the file
        """
      ])
  }

  /// What is found in the small project after `change` to its folder.
  private func findings(after change: (String) throws -> Void) throws -> [String] {
    try SmallProject().inFolder { folder in
      try change(folder)
      do throws(DefinitionError) {
        _ = try Definitions.load(folder: folder, displayPath: "definitions")
        return []
      } catch .findings(let findings) {
        return findings.map(\.description)
      } catch {
        return [error.description]
      }
    }
  }
}
