package backchat.knowledge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may import whom below the chat. */
final class ImportRulesTest {
  private static final String ROOT = "backchat.knowledge";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void contentImportsNothingOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".content..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are ours and above content",
                type ->
                    type.getPackageName().startsWith("backchat.")
                        && !type.getPackageName().startsWith(ROOT + ".content")))
        .check(CLASSES);
  }

  @Test
  void luceneStaysWhereItBelongs() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".index..", ROOT + ".triage..", ROOT + ".language..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.lucene..")
        .check(CLASSES);
  }

  @Test
  void yamlCsvAndMarkdownAreReadInContentOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".content..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fasterxml.jackson.dataformat..", "org.commonmark..")
        .check(CLASSES);
  }

  @Test
  void triageAndIndexDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".triage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".index..", ROOT + ".meaning..")
        .allowEmptyShould(true)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".index..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".triage..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching(ROOT + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    try (var folders = Files.walk(Path.of("src/main/java/backchat"))) {
      List<Path> silent =
          folders
              .filter(Files::isDirectory)
              .filter(folder -> folder.toFile().list((d, n) -> n.endsWith(".java")).length > 0)
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
      assertThat(silent).isEmpty();
    }
  }
}
