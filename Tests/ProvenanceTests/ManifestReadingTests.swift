import Indicators
import Testing

import Provenance

@Suite struct ManifestReadingTests {
  private func error(of text: String) -> ManifestError? {
    do {
      _ = try Manifest(reading: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  private var written: String { String(decoding: manifest().json(), as: UTF8.self) }

  private func edited(_ old: String, _ new: String) -> String {
    let parts = written.split(separator: old, omittingEmptySubsequences: false)
    #expect(parts.count > 1, "the manifest has '\(old)'")
    return parts.joined(separator: new)
  }

  @Test func `a manifest that ends early is no manifest`() {
    let half = String(written.prefix(written.count / 2))
    #expect(
      error(of: half)
        == .unreadable(reason: "it is no JSON with a 'format', or not written completely"))
    #expect(error(of: "") != nil)
    #expect(error(of: "{}") != nil)
  }

  @Test func `a newer format is refused`() {
    #expect(error(of: edited("\"format\" : 1", "\"format\" : 2")) == .newerFormat(2))
  }

  @Test func `a manifest without a part says which`() {
    #expect(
      error(of: edited("\"outputs\"", "\"other\"")) == .unreadable(reason: "'outputs' is missing"))
  }

  @Test(arguments: ["../figures.csv", "/etc/passwd", "a/../b", "./figures.csv", ""])
  func `a path that leads out of its folder is refused`(path: String) {
    #expect(
      error(of: edited("\"figures.csv\"", "\"\(path)\""))
        == .impossible("a path leads out of its folder"))
  }

  @Test func `records that do not add up are refused`() {
    #expect(
      error(of: edited("\"recordsRead\" : 1", "\"recordsRead\" : 2"))
        == .impossible("the records of 'loans/2023/harbour.csv' do not add up"))
  }

  @Test func `a number typed over that leaves the form right is read, and found by verify`() {
    #expect(error(of: edited("\"version\" : \"1.0\"", "\"version\" : \"2.0\"")) == nil)
  }

  @Test func `a definition in other words than its digest is refused`() {
    #expect(
      error(of: edited("number of records of loans", "sum of days over loans"))
        == .impossible("the definition of 'loans' has another SHA-256"))
  }

  @Test func `a list without entries is refused, because nothing would be compared`() {
    let empty = Manifest(
      program: Program(name: "kerncijfers", version: "1", libraries: [:]),
      parameters: ["report": "review", "period": "2023"], definitions: [], register: [],
      inputs: [], indicators: [], figures: [], outputs: [])
    #expect(
      error(of: String(decoding: empty.json(), as: UTF8.self))
        == .impossible("it lists no definitions, so that nothing could be compared"))
  }

  @Test func `keys and layout that no run writes are refused`() {
    #expect(error(of: edited("\"format\" : 1", "\"format\" : 1, \"extra\" : 1")) == .notAsWritten)
    #expect(error(of: written + "\n") == .notAsWritten)
  }

  @Test func `what a run wrote is read as it was`() throws {
    let sample = manifest(recordsRead: 3, setApart: [RuleCount(rule: "duplicate-key", count: 1)])
    #expect(try Manifest(reading: sample.json()) == sample)
  }
}
