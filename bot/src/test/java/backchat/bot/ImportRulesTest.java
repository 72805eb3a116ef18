package backchat.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who may import whom in the bot, and what every source must say. */
final class ImportRulesTest {
  private static final String ROOT = "backchat.bot";
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile("(?m)^public (?:abstract |final |sealed )*(?:class|record|interface|enum) ");
  private static final Pattern THREADS =
      Pattern.compile("Immutable[.\\s]|[Tt]hread-safe|Confined to");
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void onlyTheWiringImportsAdapters() {
    for (String adapter : List.of("telegram", "discord", "terminal")) {
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + "." + adapter + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "." + adapter + "..")
          .check(CLASSES);
    }
  }

  @Test
  void theConversationKnowsNoPlatform() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".conversation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.telegram..", "net.dv8tion..", "okhttp3..", "picocli..", "org.jline..")
        .check(CLASSES);
  }

  @Test
  void theConversationIsHandedWhatModeratorsMayDo() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".conversation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + ".moderation..")
        .check(CLASSES);
  }

  @Test
  void librariesStayInThePackageThatOwnsThem() {
    owned("org.telegram..", ROOT + ".telegram..");
    owned("net.dv8tion..", ROOT + ".discord..");
    owned("java.sql..", ROOT + ".store..");
    owned("org.sqlite..", ROOT + ".store..");
    owned("org.postgresql..", ROOT + ".store..");
    owned("org.flywaydb..", ROOT + ".store..");
    owned("com.zaxxer..", ROOT + ".store..");
    owned("picocli..", ROOT + ".terminal..");
    owned("org.jline..", ROOT + ".terminal..");
  }

  private static void owned(String library, String owner) {
    noClasses()
        .that()
        .resideOutsideOfPackage(owner)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
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
    for (Path folder : folders()) {
      assertThat(folder.resolve("package-info.java")).exists();
    }
  }

  @Test
  void filesAreSmall() throws IOException {
    List<String> large = new ArrayList<>();
    for (Path source : sources()) {
      long lines = Files.readString(source).lines().count();
      if (lines > 250) {
        large.add(source + " has " + lines + " lines");
      }
    }
    assertThat(large).isEmpty();
  }

  @Test
  void publicTypesSayHowThreadsMayUseThem() throws IOException {
    List<Path> silent = new ArrayList<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      boolean exception = text.contains("extends Exception") || text.contains("@interface");
      if (PUBLIC_TYPE.matcher(text).find() && !exception && !THREADS.matcher(text).find()) {
        silent.add(source);
      }
    }
    assertThat(silent).as("say Immutable., Thread-safe. or Confined to one thread.").isEmpty();
  }

  @Test
  void nothingIsFoundByReflection() throws IOException {
    for (Path source : sources()) {
      assertThat(Files.readString(source))
          .as(source.toString())
          .doesNotContain("Class.forName")
          .doesNotContain("setAccessible");
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : List.of("knowledge", "bot")) {
      try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
        files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  private static List<Path> folders() throws IOException {
    return sources().stream().map(Path::getParent).distinct().toList();
  }
}
