import Foundation
import Testing

/// What machines and people do to a run: it ends, or it is as if it had not begun.
@Suite struct FaultTests {
  private static let report = ["run", "review", "--year", "2023", "--quiet", "--force"]

  /// A copy of the small project, with a report in it if it is asked for.
  private func project(withReport: Bool = true) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    try copy.copy(CaseTests.folder.appending(path: "library-loans/inputs"), to: "inputs")
    if withReport {
      #expect(try run(FaultTests.report, in: copy).exitCode == 0)
    }
    return copy
  }

  private func run(_ arguments: [String], in project: TemporaryFolder) throws -> Program {
    try Program.run(Program.builds.appending(path: "kerncijfers"), arguments, in: project.url)
  }

  /// Runs a script in a project, which calls the program by `$KC`.
  private func script(_ text: String, in project: TemporaryFolder) throws -> Program {
    try Program.run(
      URL(filePath: "/bin/bash"), ["-uo", "pipefail", "-c", text], in: project.url,
      environment: ["KC": Program.builds.appending(path: "kerncijfers").path])
  }

  /// Every file of the report that must be the same whenever it is made, with its bytes.
  private func files(of project: TemporaryFolder) throws -> [String: Data] {
    let folder = project.url.appending(path: "reports/review/2023")
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: folder.path) ?? [] where path != "run.json" {
      files[path] = try? Data(contentsOf: folder.appending(path: path))
    }
    return files
  }

  @Test func `a run that is killed leaves the old report or the new one`() throws {
    let project = try project()
    let whole = try files(of: project)
    for round in 0..<25 {
      let process = Process()
      process.executableURL = Program.builds.appending(path: "kerncijfers")
      process.arguments = FaultTests.report
      process.currentDirectoryURL = project.url
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(2000 * round))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try files(of: project) == whole)
    }
    #expect(try run(FaultTests.report, in: project).exitCode == 0)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: project.url.appending(path: "reports/review").path)
    #expect(left.sorted() == [".2023.lock", "2023"], "the next run removes what was left")
  }

  @Test func `a file that may not grow leaves the old report and ends with 5`() throws {
    let project = try project()
    let whole = try files(of: project)
    let program = try script(
      "ulimit -f 8; exec $KC run review --year 2023 --quiet --force", in: project)
    #expect(program.exitCode == 5)
    #expect(program.messages.contains("error: "))
    #expect(try files(of: project) == whole)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: project.url.appending(path: "reports/review").path)
    #expect(!left.contains(".2023.new"))
  }

  @Test func `a second run for the same folder is told so at once`() throws {
    let project = try project()
    let program = try script(
      "flock reports/review/.2023.lock $KC run review --year 2023", in: project)
    #expect(program.exitCode == 5)
    #expect(program.messages.contains("another run is writing 'reports/review/2023'"))
    #expect(try run(FaultTests.report, in: project).exitCode == 0, "no lock stays behind")
  }

  @Test(arguments: [("INT", 130), ("TERM", 143), ("HUP", 129)])
  func `a run that is asked to end does so at once and leaves nothing behind`(
    signal: String, code: Int32
  ) throws {
    let project = try project()
    let whole = try files(of: project)
    // bash lets its background jobs ignore SIGINT, so python starts the program.
    let program = try script(
      """
      python3 - <<'END'
      import os, signal, subprocess, sys, time
      name = "inputs/exports/loans/2023/central.csv"
      with open(name, "a") as file:
          for number in range(400000):
              file.write("X%d,M0001,2023-10-01,,Central,Book,no,0\\n" % number)
      command = [os.environ["KC"], "run", "review", "--year", "2023", "--quiet", "--force"]
      # The threads of tests block signals, and what they start inherits that.
      signal.pthread_sigmask(signal.SIG_SETMASK, [])
      run = subprocess.Popen(command)
      while not os.path.exists("reports/review/.2023.new"):
          time.sleep(0.001)
      start = time.time()
      run.send_signal(signal.SIG\(signal))
      status = run.wait()
      print("taken" if time.time() - start < 1 else "slow")
      sys.exit(128 - status if status < 0 else status)
      END
      """, in: project)
    #expect(program.exitCode == code, "\(program.messages)")
    #expect(program.output == "taken\n")
    #expect(try files(of: project) == whole)
    #expect(try left(in: project) == [".2023.lock", "2023"])
  }

  @Test func `a reader of messages that goes away leaves the old report and nothing else`() throws {
    let project = try project()
    let whole = try files(of: project)
    let program = try script(
      """
      sed -i 's/Central,/Nowhere,/' inputs/exports/loans/2023/central.csv
      { $KC run review --year 2023; echo $? >&3; } 3>status 2>&1 >/dev/null | head -c 1 >/dev/null
      cat status
      """, in: project)
    // The program may have been done before the pipe was closed.
    #expect(["141\n", "1\n"].contains(program.output))
    if program.output == "141\n" { #expect(try files(of: project) == whole) }
    #expect(try left(in: project) == [".2023.lock", "2023"])
  }

  @Test func `a full disk leaves the old report and ends with 5`() throws {
    let project = try project(withReport: false)
    // Mounting may not be allowed here; the file-size limit below stands for it then.
    let program = try script(
      """
      mkdir reports && mount -t tmpfs -o size=200k none reports 2>/dev/null || exit 77
      trap 'umount reports' EXIT
      $KC run review --year 2023 --quiet --force || exit 78
      (cd reports/review/2023 && sha256sum $(find . -type f | sort)) > before
      head -c 60000 /dev/zero > reports/filler
      $KC run review --year 2023 --quiet --force; code=$?
      (cd reports/review/2023 && sha256sum $(find . -type f | sort)) > after
      cmp before after && ls -A reports/review && exit $code
      """, in: project)
    guard program.exitCode != 77 else { return }
    #expect(program.exitCode == 5, "\(program.messages)")
    #expect(program.messages.contains("No space left on device"))
    #expect(program.messages.contains("fix: make room"))
    #expect(program.output.hasSuffix(".2023.lock\n2023\n"))
  }

  @Test func `files and their folders are synced before a run says that it is done`() throws {
    let project = try project(withReport: false)
    let program = try script(
      """
      command -v strace >/dev/null || exit 77
      strace -f -e trace=fsync,renameat2,rename,write -o calls $KC run review --year 2023 --force
      grep -nE 'fsync|rename|write\\(1,' calls | sed 's/^\\([0-9]*\\):[0-9]* */\\1 /' | tail -4
      """, in: project)
    guard program.exitCode != 77 else { return }
    let lines = program.output.split(separator: "\n").suffix(3).map(String.init)
    try #require(lines.count == 3, "\(program.output)")
    #expect(lines[0].contains("rename"))
    #expect(lines[1].contains("fsync"))
    #expect(lines[2].contains("write(1"))
  }

  @Test func `a report that may not be replaced stays, and the message says what to do`() throws {
    let project = try project()
    let whole = try files(of: project)
    let program = try script(
      """
      chmod 666 $(find inputs -type f); chmod 777 $(find . -type d); chmod 755 reports/review
      prefix=""; [ "$(id -u)" = 0 ] && prefix="setpriv --reuid 65534 --regid 65534 --clear-groups"
      [ "$(id -u)" = 0 ] || chmod 555 reports/review
      $prefix $KC run review --year 2023 --quiet --force; code=$?; chmod 755 reports/review; exit $code
      """, in: project)
    #expect(program.exitCode == 5)
    #expect(program.messages.contains("'reports/review"))
    #expect(program.messages.contains("fix: "))
    #expect(try files(of: project) == whole)
  }

  @Test func `an export that may not be read ends the run with 4 and is named`() throws {
    let project = try project(withReport: false)
    let program = try script(
      """
      chmod 777 $(find . -type d); chmod 644 $(find inputs -type f)
      chmod 000 inputs/exports/loans/2023/central.csv
      prefix=""; [ "$(id -u)" = 0 ] && prefix="setpriv --reuid 65534 --regid 65534 --clear-groups"
      $prefix $KC run review --year 2023 --quiet --force; code=$?
      chmod 644 inputs/exports/loans/2023/central.csv; exit $code
      """, in: project)
    #expect(program.exitCode == 4, "\(program.messages)")
    #expect(program.messages.contains("loans/2023/central.csv: error: "))
    #expect(program.messages.contains("Permission denied"))
  }

  @Test func `a folder holds what its manifest lists, and what others put there is kept aside`()
    throws
  {
    let project = try project()
    let report = project.url.appending(path: "reports/review/2023")
    try project.file("reports/review/2023/mine.txt", Data("mine".utf8))
    let program = try script(
      """
      sed -i 's/          chart: {kind: stacked-bars}//' inputs/definitions/reports/review.yaml
      $KC run review --year 2023 --quiet --force
      """, in: project)
    #expect(program.exitCode == 0)
    #expect(program.messages.contains("reports/review/2023.kept"))
    let manifest = try String(
      contentsOf: report.appending(path: "manifest.json"), encoding: .utf8)
    for path in FileManager.default.subpaths(atPath: report.path) ?? []
    where !["manifest.json", "run.json", "charts"].contains(path) {
      #expect(manifest.contains("\"\(path)\""), "\(path)")
    }
    #expect(!FileManager.default.fileExists(atPath: report.path + "/charts/figure-3.svg"))
    let kept = try String(
      contentsOf: URL(filePath: report.path + ".kept/mine.txt"), encoding: .utf8)
    #expect(kept == "mine")
  }

  @Test(arguments: [
    ["check"], ["run", "review", "--year", "2023"], ["figures"],
    ["query", "loans", "--by", "branch"],
  ])
  func `a log or a pipe gets no control characters, and JSON is only JSON`(command: [String]) throws
  {
    let project = try project(withReport: false)
    let loans = project.url.appending(path: "inputs/exports/loans/2023/central.csv")
    var text = try String(contentsOf: loans, encoding: .utf8)
    text += "L09999,M0001,2023-10-01,,\u{1B}[31mRed,Book,no,0\n"
    try Data(text.utf8).write(to: loans)
    let plain = try run(command, in: project)
    for text in [plain.output, plain.messages] {
      #expect(!text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
    let json = try run(command + ["--json"], in: project)
    #expect(
      throws: Never.self,
      performing: { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) })
    #expect(!json.messages.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
  }

  /// What stands beside the report.
  private func left(in project: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: project.url.appending(path: "reports/review").path
    ).sorted()
  }

  @Test func `a closed pipe ends the program quietly`() throws {
    let project = try project(withReport: false)
    let program = try script(
      "(echo a,b; yes 1,2 | head -200000) > big.csv; $KC read big.csv --quiet | head -1",
      in: project)
    #expect(program.messages == "")
    #expect(program.output == "{\"line\": 2, \"fields\": {\"a\": \"1\", \"b\": \"2\"}}\n")
  }

  @Test func `outputs are not for others to read`() throws {
    let project = try project(withReport: false)
    #expect(
      try script("umask 000; exec $KC run review --year 2023 --quiet --force", in: project).exitCode
        == 0)
    let report = project.url.appending(path: "reports/review/2023")
    for path in FileManager.default.subpaths(atPath: report.path) ?? [] {
      let rights =
        try FileManager.default.attributesOfItem(atPath: report.appending(path: path).path)[
          .posixPermissions] as? Int
      #expect((rights ?? 0o7) & 0o7 == 0, "\(path)")
    }
  }

  @Test func `a hundred thousand bad records are reported in seconds`() throws {
    let project = try project(withReport: false)
    let file = project.url.appending(path: "inputs/exports/loans/2023/central.csv")
    var text = try String(contentsOf: file, encoding: .utf8)
    text += (0..<100_000).map { "X\($0),M0001,2023-10-01,,Central,Book,no,0\n" }.joined()
    try Data(text.utf8).write(to: file)
    let start = ContinuousClock.now
    let program = try run(["check", "--quiet"], in: project)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(program.exitCode == 1)
    #expect(program.messages.contains("and 99980 more findings [bad-identifier]"))
    #expect(program.messages.split(separator: "\n").count < 80)
  }
}
