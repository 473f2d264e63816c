internal import Exports
internal import Findings

/// A delivery of a dataset that nobody has described yet.
struct DeliveryFile {
  /// The path.
  let path: String

  /// How it is written.
  let form: DeliveryForm

  /// Opens a delivery.
  ///
  /// - Throws: `CommandFailure` with exit code 2 for what is no CSV file, and 4 when it cannot be read.
  init(path: String) throws {
    self.path = path
    guard path.lowercased().hasSuffix(".csv") else {
      throw CommandFailure(.badUse, "'\(path)' is not named .csv, expected a delivery")
    }
    guard let bytes = FolderTree.content(ofFile: path) else {
      throw CommandFailure(.unusableInputs, "'\(path)' cannot be read")
    }
    form = DeliveryForm(bytes)
  }

  private var names: [String] { path.split(separator: "/").map(String.init) }

  private var rawStem: String { String((names.last ?? "").dropLast(".csv".count)) }

  /// The year of the folder that the file lies in; nil when it is not named after one.
  private var year: String? {
    names.dropLast().last.flatMap { $0.wholeMatch(of: /[0-9]{4}/) == nil ? nil : $0 }
  }

  /// Whether the file is named after a month.
  var isMonthly: Bool { rawStem.wholeMatch(of: /[0-9]{4}-[0-9]{2}/) != nil }

  /// The file's name without its ending, in lower-case letters, digits and hyphens.
  var stem: String { PlainName.made(from: rawStem, divider: "-") ?? "delivery" }

  /// The name of the dataset: that of the folder around the year, else that of the file.
  var datasetName: String {
    let folder = year == nil ? nil : names.dropLast(2).last
    let name = PlainName.made(from: folder ?? rawStem, divider: "_") ?? "dataset"
    return name.first?.isNumber == true ? "dataset_\(name)" : name
  }

  /// What the fields of its columns have in common.
  ///
  /// - Throws: `CommandFailure` with exit code 4, after printing what is wrong, when it is not usable.
  func profiles() throws -> [ColumnProfile] {
    var profiles: [ColumnProfile] = []
    var uneven = 0
    let (isUsable, findings) = RecordReader(path: path, dialect: form.dialect).read { record in
      guard !profiles.isEmpty else {
        profiles = record.fields.map(ColumnProfile.init)
        return
      }
      guard record.fields.count == profiles.count else {
        uneven += 1
        return
      }
      for (index, field) in record.fields.enumerated() { profiles[index].add(field) }
    }
    let names = profiles.map(\.name)
    guard isUsable, profiles.count > 1, profiles[0].filled + profiles[0].empty > 0,
      Set(names).count == names.count, !names.contains("")
    else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
      throw CommandFailure(
        .unusableInputs,
        "'\(path)' is no delivery of which a dataset can be drafted, expected a header with a "
          + "different name for each of its columns, and records")
    }
    if uneven > 0 {
      ProgramLog.say(.warning, "\(uneven) records have another number of fields than the header")
    }
    return profiles
  }
}
