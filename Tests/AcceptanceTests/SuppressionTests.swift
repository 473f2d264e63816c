import Foundation
import Testing

/// Small counts that a profile leaves blank: nothing that is written tells them.
@Suite struct SuppressionTests {
  /// The numbers that may stand nowhere, as any writer would write them, and shares made of them.
  private func traces(in text: String) -> [String] {
    let numbers = ["1787", "2129", "3253"].flatMap { digits in
      [digits, "\(digits.prefix(1)),\(digits.dropFirst())"]
    }
    let shares = ["29.778", "18.151", "27.734", "0.0499"]
    return (numbers + shares).filter { trace in
      text.ranges(of: trace).contains { range in
        // Not a part of a longer number or digest.
        let before =
          range.lowerBound == text.startIndex
          ? " " : text[text.index(before: range.lowerBound)]
        let after = range.upperBound == text.endIndex ? " " : text[range.upperBound]
        return !before.isHexDigit && (!after.isHexDigit || shares.contains(trace))
      }
    }
  }

  private func cells(_ project: SuppressedProject, _ run: String) throws -> [String: String] {
    try rows(ofCSV: project.url("\(run)/figures.csv")).reduce(into: [:]) { cells, row in
      let place = [row["figure"], row["row"], row["column"]].compactMap { $0 }
      cells[place.joined(separator: "/")] = (row["value"] ?? "") + (row["marker"] ?? "")
    }
  }

  @Test func `a small count and what would give it away stand in no output`() throws {
    let project = try SuppressedProject()
    for profile in ["web", "board"] {
      let program = try project.kerncijfers("run", "--year", "2023", "--profile", profile)
      #expect(program.exitCode == 0, "\(program.messages)")
      #expect(traces(in: program.output + program.messages).isEmpty)
      let run = "reports/review/2023/\(profile)"
      let cells = try cells(project, run)
      #expect(cells["4/Central library/Film"] == "c")
      #expect(cells["4/Central library/Board game"] == "c")
      #expect(cells["4/Harbour/Film"] == "c")
      #expect(cells["4/Harbour/Board game"] == "c")
      #expect(cells["4/Central library/All kinds"] == "6001")
      #expect(cells["3/Central library/Film on disc"] == "c")
      // Beside these and their shares: the loans and borrowers of the year before, and the changes.
      #expect(cells.values.count { $0 == "c" } == 15)
      let outputs = try project.outputs(of: run)
      #expect(outputs.count > 10)
      for (file, text) in outputs {
        #expect(traces(in: text).isEmpty, "\(file): \(traces(in: text))")
        #expect(!text.contains("lent 3 films"), "\(file)")
      }
      #expect(outputs["index.html"]?.contains("A c means left blank") == true)
    }
  }

  @Test func `the same traces are found where every number is printed`() throws {
    let project = try SuppressedProject()
    #expect(try project.kerncijfers("run", "--year", "2023").exitCode == 0)
    let texts = try project.outputs(of: "reports/review/2023")
    #expect(Set(texts.values.flatMap(traces)).count > 6)
    #expect(texts["index.html"]?.contains("lent 3 films") == true)
  }

  @Test func `the manifest says how many cells are blank by which rule, and not which`() throws {
    let project = try SuppressedProject()
    #expect(try project.kerncijfers("run", "--year", "2023").exitCode == 0)
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    func suppression(_ run: String) throws -> [String: Any]? {
      let bytes = try Data(contentsOf: project.url("\(run)/manifest.json"))
      let json = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      return json?["suppression"] as? [String: Any]
    }
    let record = try #require(try suppression("reports/review/2023/web"))
    #expect(record["profile"] as? String == "web")
    #expect(record["below"] as? Int == 5)
    #expect(record["width"] as? Int == 4)
    #expect(record["primary"] as? Int == 9)
    #expect(record["complementary"] as? Int == 6)
    #expect(try suppression("reports/review/2023") == nil)
    #expect(try project.kerncijfers("verify", "review/2023/web", "--quiet").exitCode == 0)
    let again = try project.kerncijfers("run", "--year", "2023", "--profile", "web", "--quiet")
    #expect(again.output.contains("unchanged"), "\(again.output)")
  }

  @Test func `explain, compare, verify and the archive do not tell what is blank`() throws {
    let project = try SuppressedProject()
    #expect(try project.kerncijfers("run", "--year", "2023").exitCode == 0)
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    let cell = ["4", "--row", "Harbour", "--column", "Film", "--year", "2023"]
    let blank = try Program.run(
      Program.builds.appending(path: "kerncijfers"), ["explain"] + cell + ["--profile", "web"],
      in: project.folder.url)
    #expect(blank.exitCode == 0, "\(blank.messages)")
    #expect(traces(in: blank.output).isEmpty, "\(blank.output)")
    #expect(blank.output.contains("number: not told"), "\(blank.output)")
    let total = try project.kerncijfers(
      "explain", "4", "--row", "Harbour", "--column", "All kinds", "--year", "2023", "--profile",
      "web", "--json")
    #expect(total.output.contains("11729"))
    #expect(traces(in: total.output).isEmpty, "\(total.output)")
    for option in [["--records", "r.csv"], ["--every"]] {
      let refused = try Program.run(
        Program.builds.appending(path: "kerncijfers"),
        ["explain"] + (option == ["--every"] ? ["--year", "2023"] : cell) + option
          + ["--profile", "web"], in: project.folder.url)
      #expect(refused.exitCode == 2, "\(option)")
    }
    for runs in [["review/2023", "review/2023/web"], ["review/2023/web", "review/2023"]] {
      let compared = try Program.run(
        Program.builds.appending(path: "kerncijfers"), ["compare"] + runs + ["--json"],
        in: project.folder.url)
      #expect(compared.exitCode == 6)
      #expect(compared.output.contains("a number"))
      #expect(traces(in: compared.output).isEmpty, "\(compared.output)")
    }
    let published = try project.kerncijfers(
      "publish", "review/2023/web", "--date", "2024-02-01")
    #expect(published.exitCode == 0, "\(published.messages)")
    let register = try String(
      contentsOf: project.url("inputs/published/review-2023.csv"), encoding: .utf8)
    #expect(register.contains(",Harbour,Film,,c,"), "\(register)")
    #expect(traces(in: register).isEmpty)
    let answer = try project.kerncijfers(
      "query", "loans", "--published", "--year", "2023", "--format", "csv")
    #expect(traces(in: answer.output).isEmpty, "\(answer.output)")
  }

  @Test func `when a profile stops leaving counts blank, verify does not tell them`() throws {
    let project = try SuppressedProject()
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    try project.edit(", suppression: {below: 5}", "")
    let verified = try project.kerncijfers("verify", "review/2023/web", "--quiet")
    #expect(verified.exitCode == 6)
    #expect(verified.output.contains("suppression: below 5, width 4 before, none now"))
    #expect(traces(in: verified.output).isEmpty, "\(verified.output)")
  }

  @Test func `areas and the whole leave the same numbers blank`() throws {
    let project = try SuppressedProject()
    try project.edit("profiles:", "area: branch\nprofiles:")
    let members = ["book", "film", "board-game"].map { ["--where", "item=\($0)"] }
    for options in [[], ["--area", "central"], ["--area", "harbour"]] + members {
      let program = try Program.run(
        Program.builds.appending(path: "kerncijfers"),
        ["run", "--year", "2023", "--profile", "web"] + options, in: project.folder.url)
      #expect(program.exitCode == 0, "\(program.messages)")
    }
    for (file, text) in try project.outputs(of: "reports/review/2023/web") {
      #expect(traces(in: text).isEmpty, "\(file): \(traces(in: text))")
    }
  }

  @Test func `a late delivery unmasks nothing that was left blank in what was published`() throws {
    let project = try SuppressedProject()
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    let published = try project.kerncijfers("publish", "review/2023/web", "--date", "2024-02-01")
    #expect(published.exitCode == 0, "\(published.messages)")
    // With so many more board games at the central library, books would be the cheaper blanks.
    try project.deliver(late: 6_000, of: "Board game", at: "Central")
    let late = try project.kerncijfers("run", "--year", "2023", "--profile", "web")
    #expect(late.exitCode == 0, "\(late.messages)")
    let beside = try cells(project, "reports/review/2023/web")
    #expect(beside["4/Central library/All kinds"] == "12001")
    #expect(beside["4/Harbour/Board game"] == "c")
    #expect(beside["4/Harbour/Book"] == "6347")
    // Who does not hold the two against each other prints what the first kept back: of 11729 loans
    // 6347 were books and 3253 board games.
    for file in ["csv", "json"] {
      try FileManager.default.removeItem(at: project.url("inputs/published/review-2023.\(file)"))
    }
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    #expect(try cells(project, "reports/review/2023/web")["4/Harbour/Board game"] == "3253")
  }

  @Test func `a report that was published is made again with the same blanks`() throws {
    let project = try SuppressedProject()
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    let figures = project.url("reports/review/2023/web/figures.csv")
    let first = try Data(contentsOf: figures)
    #expect(try project.kerncijfers("publish", "review/2023/web").exitCode == 0)
    #expect(try project.kerncijfers("verify", "review/2023/web", "--quiet").exitCode == 0)
    let again = try project.kerncijfers("run", "--year", "2023", "--profile", "web")
    #expect(again.exitCode == 0, "\(again.messages)")
    #expect(try Data(contentsOf: figures) == first)
    let manifest = try String(
      contentsOf: project.url("reports/review/2023/web/manifest.json"), encoding: .utf8)
    #expect(manifest.contains("\"review-2023.json\""))
  }

  @Test func `a small count that readers have already fails the run until it is accepted`() throws {
    let project = try SuppressedProject(suppression: "below: 2")
    #expect(try project.kerncijfers("run", "--year", "2023", "--profile", "web").exitCode == 0)
    #expect(try project.kerncijfers("publish", "review/2023/web").exitCode == 0)
    for _ in ["web", "board"] {
      try project.edit("suppression: {below: 2}", "suppression: {below: 5}")
    }
    let run = try project.kerncijfers("run", "--year", "2023", "--profile", "web")
    #expect(run.exitCode == 1, "\(run.messages)")
    #expect(run.messages.contains("small-count-published"), "\(run.messages)")
    #expect(try cells(project, "reports/review/2023/web")["4/Central library/Film"] == "c")
  }

  @Test func `an attacker finds no small count in the shipped report`() throws {
    let folder = try TemporaryFolder()
    try folder.copy(Program.root.appending(path: "inputs"), to: "inputs")
    let shared = folder.url.appending(path: "inputs/definitions/shared/agii.yaml")
    let text = try String(contentsOf: shared, encoding: .utf8)
      .replacing(
        "{id: publicatie, form: publication}",
        with: "{id: publicatie, form: publication, suppression: {below: 5}}"
      ).replacing("  words:\n", with: "  words:\n    suppressed-meaning: Een c is verborgen.\n")
    try Data(text.utf8).write(to: shared)
    for (period, id) in [("--year", "2019"), ("--month", "2019-05"), ("--month", "2019-06")] {
      let program = Program.builds.appending(path: "kerncijfers")
      let run = try Program.run(
        program, ["run", period, id, "--profile", "publicatie", "--output", id, "--quiet"],
        in: folder.url)
      #expect(run.exitCode == 0, "\(run.messages)")
      #expect(!run.messages.contains("small-count"))
      if id == "2019-05" {
        #expect(try Program.run(program, ["publish", id], in: folder.url).exitCode == 0)
      }
      let every = try Program.run(
        program, ["explain", "--every", "--json", period, id], in: folder.url)
      _ = try folder.file("\(id).json", Data(every.output.utf8))
    }
    // The report of June could give away what that of May keeps back, and the other way round.
    for known in [["2019"], ["2019-05"], ["2019-06"], ["2019-05", "2019-06"]] {
      func paths(_ ending: String) -> String {
        known.map { folder.url.appending(path: "\($0)\(ending)").path }.joined(separator: ",")
      }
      let attack = try Program.run(
        Program.python,
        [
          "Tests/AcceptanceTests/Oracle/attack.py", paths("/figures.csv"), paths(".json"),
          folder.url.appending(path: "inputs/definitions").path, "5", "4",
        ])
      #expect(attack.exitCode == 0, "\(attack.output)\(attack.messages)")
      #expect(attack.output.contains("; 0 found"))
    }
  }
}
