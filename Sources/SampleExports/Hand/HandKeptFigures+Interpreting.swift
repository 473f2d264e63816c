extension HandKeptFigures {
  /// 2019: training and certification of interpreters (JR 2.1.2 B).
  static let interpretingEntries2019 = [
    Entry("stv/infosessies/beleidsdomeinen", "2", "sessies", "registratie STV"),
    Entry("stv/infosessies/vvsg", "1", "sessies", "registratie STV"),
    Entry("stv/infosessies/vgc", "1", "sessies", "registratie STV"),
    Entry("stv/infosessies/tolken-en-vertalers", "3", "sessies", "registratie STV"),
    Entry("stv/infosessies/lokale-besturen", "6", "sessies", "registratie STV"),
    Entry("stv/infosessies/voorzieningen", "2", "sessies", "registratie STV"),
    Entry("stv/infosessies/abb", "2", "sessies", "registratie STV"),
    Entry("stv/infosessies/intern", "11", "sessies", "registratie STV"),
    Entry("certificering/certificeringsproef/slaagpercentage-2015", "28", "%", "jaarverslag 2015"),
    Entry("certificering/infosessies", "11", "sessies", "certificering sociaal tolken"),
    Entry(
      "certificering/infosessies/kandidaat-tolken", "198", "aantal",
      "certificering sociaal tolken"),
    Entry("certificering/instaptoets/uitgenodigd", "199", "aantal", "certificering sociaal tolken"),
    Entry("certificering/instaptoets/afgelegd", "106", "aantal", "certificering sociaal tolken"),
    Entry("certificering/instaptoets/geslaagd", "71", "aantal", "certificering sociaal tolken"),
    Entry(
      "certificering/instaptoets/niet-geslaagd", "35", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/instaptoets/niet-afgelegd", "93", "aantal",
      "certificering sociaal tolken"),
    Entry("certificering/begeleidingsgesprekken", "8", "aantal", "certificering sociaal tolken"),
    Entry(
      "certificering/begeleidingsgesprekken/beoordelingsadvies", "2", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/begeleidingsgesprekken/leeradvies", "6", "aantal",
      "certificering sociaal tolken"),
    Entry("certificering/basisopleidingen", "8", "aantal", "certificering sociaal tolken"),
    Entry("certificering/basisopleidingen/module-1", "4", "aantal", "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-1/uur", "46", "uur",
      "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-1/dagen", "8", "dagen",
      "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-1/cursisten", "72", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-1/cursisten/instaptoets-dit-jaar", "71", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-1/cursisten/instaptoets-vorig-jaar", "1", "aantal",
      "certificering sociaal tolken"),
    Entry("certificering/basisopleidingen/module-2", "3", "aantal", "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-2/uur", "93", "uur",
      "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/module-2/dagen", "16", "dagen",
      "certificering sociaal tolken"),
    Entry(
      "certificering/basisopleidingen/remedieringsmodule", "1", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/certificeringsproef/afgelegd", "65", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/certificeringsproef/geslaagd", "33", "aantal",
      "certificering sociaal tolken"),
    Entry("certificering/feedbackgesprekken", "22", "aantal", "certificering sociaal tolken"),
    Entry(
      "certificering/vreemde-taaltest/uitgenodigd", "35", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/vreemde-taaltest/geslaagd", "24", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/vreemde-taaltest/vrijgesteld", "4", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/vreemde-taaltest/niet-geslaagd", "3", "aantal",
      "certificering sociaal tolken"),
    Entry(
      "certificering/vreemde-taaltest/niet-opgedaagd-of-geannuleerd", "4", "aantal",
      "certificering sociaal tolken"),
    Entry("hulptolken/infosessies", "17", "sessies", "project hulptolken"),
    Entry("hulptolken/infosessies/deelnemers", "195", "aantal", "project hulptolken"),
    Entry("hulptolken/instaptoets/deelnemers", "144", "aantal", "project hulptolken"),
    Entry("hulptolken/instaptoets/geslaagd", "77", "aantal", "project hulptolken"),
    Entry("hulptolken/instaptoets/niet-geslaagd", "67", "aantal", "project hulptolken"),
    Entry("hulptolken/survival-kit/trainingen", "14", "aantal", "project hulptolken"),
    Entry("hulptolken/survival-kit/dagen", "2", "dagen", "project hulptolken"),
    Entry("hulptolken/survival-kit/deelnemers", "84", "aantal", "project hulptolken"),
    Entry("hulptolken/terugkomdagen", "10", "dagen", "project hulptolken"),
    Entry("hulptolken/terugkomdagen/deelnemers", "57", "aantal", "project hulptolken"),
  ]
}
