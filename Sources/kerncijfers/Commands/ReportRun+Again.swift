internal import Definitions
internal import Provenance

extension ReportRun {
  /// The run that a manifest describes, in a project as it is now. What was published after it is no
  /// part of it.
  ///
  /// - Throws: `CommandFailure` with exit code 6 when the project cannot make such a run any more.
  init(again manifest: Manifest, in folder: ProjectFolder, jobs: Int) throws {
    do {
      try self.init(
        of: manifest, in: folder, definitions: folder.loadDefinitions(),
        register: RegisterFiles(folder: folder.published)
          .read(only: Set(manifest.register.map(\.file))), jobs: jobs)
    } catch let failure as CommandFailure
      where failure.code == .badDefinitions || failure.code == .badUse
    {
      throw CommandFailure(.differences, failure.message)
    }
  }
}
