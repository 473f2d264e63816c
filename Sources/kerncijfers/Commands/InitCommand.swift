internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings
internal import Schemas

/// Makes a project folder, or drafts a dataset.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a project folder that runs, or draft a dataset from a delivery.",
    discussion: """
      Without --from the folder gets an example with made-up deliveries, which runs at once. With
      --from it gets a draft of the schema, code lists and data package entry of that delivery, in
      which every guess is marked 'review:'; the delivery itself is not copied. Values become codes
      only where they cannot name a person: lower-case words, sentences and numbers that many
      records have. --codes says so of other columns. Nothing is written over.

      EXAMPLES
        kerncijfers init example && cd example && kerncijfers run --year 2024
        kerncijfers init --from visits.csv project
        kerncijfers init --from inputs/exports/visits/2024/north.csv --codes place --codes kind
      """)

  @Argument(help: "The folder; without it the project folder.")
  var place: String?

  @Option(help: ArgumentHelp("A delivery from which a dataset is drafted.", valueName: "file.csv"))
  var from: String?

  @Option(help: "The dataset's name; without it that of its folder or file.")
  var dataset: String?

  @Option(help: ArgumentHelp("A column that holds codes and no names.", valueName: "column"))
  var codes: [String] = []

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard from != nil || (dataset == nil && codes.isEmpty) else {
      throw ValidationError("--dataset and --codes are about the delivery that --from names")
    }
    if let dataset, dataset.wholeMatch(of: /[a-z][a-z0-9_]*/) == nil {
      throw ValidationError("--dataset takes lower-case letters, digits and underscores")
    }
  }

  func run() throws {
    let folder = ProjectFolder(path: place ?? common.project)
    guard let from else { return try makeExample(folder) }
    let file = try DeliveryFile(path: from)
    let draft = try DatasetDraft(of: file, named: dataset, codes: Set(codes))
    try write(draft, from: from, to: folder)
  }

  private func makeExample(_ folder: ProjectFolder) throws {
    let files = ProjectTemplate(.example).files
    var new = NewFiles(in: folder.path)
    try new.write(files)
    let cd = folder.path == "." ? "" : "cd \(folder.path) && "
    try finish(
      files.map(\.path), folder, summary: "a project with made-up deliveries",
      next: "\(cd)kerncijfers run --year 2024")
  }

  private func write(_ draft: DatasetDraft, from: String, to folder: ProjectFolder) throws {
    let package = DataPackageFile(of: folder)
    let text = DraftText(draft)
    guard let indent = package.map(\.indent) ?? "  " else {
      throw CommandFailure(
        .badUse,
        "'resources' is not the last key of '\(folder.definitions)/datapackage.yaml'\n"
          + "  fix: move it to the end, or add this to it:\n\(text.entry(indent: "    "))")
    }
    var files = package == nil ? newProject(draft, text, indent) : []
    let lists = text.codeLists
    files.append(("inputs/definitions/schemas/\(draft.name).yaml", text.schema))
    if !lists.isEmpty { files.append(("inputs/definitions/codelists/\(draft.name).yaml", lists)) }
    var new = NewFiles(in: folder.path)
    try new.write(files)
    do {
      try package?.add(text.entry(indent: indent))
      let definitions = try folder.loadDefinitions()
      try tryOut(draft, from, definitions)
    } catch {
      new.undo()
      package?.restore()
      throw error
    }
    let changed = package == nil ? [] : ["inputs/definitions/datapackage.yaml"]
    try finish(
      files.map(\.path) + changed, folder,
      summary: "dataset '\(draft.name)' drafted from \(draft.records) records, with "
        + "\(draft.columns.count) columns to review",
      next: "look at every 'review:' in inputs/definitions, put deliveries into "
        + "inputs/exports/\(draft.name)/\(draft.lastYear)/, and run kerncijfers check")
  }

  private func newProject(
    _ draft: DatasetDraft, _ text: DraftText, _ indent: String
  ) -> [(path: String, text: String)] {
    ProjectTemplate(
      .draft, ["dataset": draft.name, "firstYear": String(draft.firstYear)]
    ).files.map { file in
      file.path == "inputs/definitions/datapackage.yaml"
        ? (file.path, file.text + text.entry(indent: indent)) : file
    }
  }

  /// Reads the delivery with the schema that was drafted from it.
  private func tryOut(_ draft: DatasetDraft, _ path: String, _ definitions: Definitions) throws {
    guard let schema = definitions.datasets.first(where: { $0.name == draft.name }) else { return }
    let (_, findings) = RecordReader(path: path, schema: schema).read { _ in }
    let errors = findings.filter { $0.severity == .error }
    guard !errors.isEmpty else { return }
    ProgramLog.say(
      .warning,
      "the draft does not fit all records: \(errors.count) errors; see 'kerncijfers read \(path) "
        + "--dataset \(draft.name)'")
  }

  private func finish(
    _ files: [String], _ folder: ProjectFolder, summary: String, next: String
  ) throws {
    if common.json {
      let list = files.map { JSONString($0).description }.joined(separator: ", ")
      return print(
        "{\"project\": \(JSONString(folder.path)), \"files\": [\(list)], "
          + "\"summary\": \(JSONString(summary)), \"next\": \(JSONString(next))}")
    }
    if !common.quiet { files.forEach { print($0) } }
    print("\(summary); next: \(next)")
  }
}
