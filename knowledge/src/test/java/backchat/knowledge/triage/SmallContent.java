package backchat.knowledge.triage;

import backchat.knowledge.content.Content;
import backchat.knowledge.content.Language;
import backchat.knowledge.content.Phrases;
import backchat.knowledge.content.RedFlag;
import backchat.knowledge.content.Urgency;
import backchat.knowledge.language.Analysis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A few concepts and red flags for tests of the engine. Confined to one thread. */
final class SmallContent {
  private final Map<String, List<String>> concepts = new LinkedHashMap<>();
  private final List<RedFlag> redFlags = new ArrayList<>();

  SmallContent() {
    concept("denial", "no", "not", "never", "without", "denies", "cannot say i have");
    concept("not-a-denial", "not only", "not sure", "not help");
    concept("denial-ends", "because", "just", "only", "at all");
    concept("denied-after", "ruled out");
    concept("long-ago", "years ago", "in #1950-2024", "as a child");
    concept("settled", "healed", "back to normal", "=went away", "fine now");
    concept("current", "now", "again", "since yesterday", "today");
    concept("asking", "what is", "signs of", "how would i know if i had");
    concept("supposing", "what if", "if i get", "to avoid");
    concept("in-general", "general question");
    concept("figure-of-speech", "numb with boredom");
    concept("stays-true", "{cancer}");
    concept("oneself", "i", "my", "me");
    concept("another-person", "my/his/her {relative}", "he", "she", "his", "her");
    concept("filler", "the", "my", "really", "is", "has", "gone", "so", "her", "his");
    concept("relative", "mum", "dad", "wife");
    concept("numb", "numb", "no feeling", "cannot feel");
    concept("groin", "groin", "down there");
    concept("saddle-numb", "{numb} .. {groin}", "{groin} .. {numb}");
    concept("fever", "fever", "temperature", "#38-42 degrees");
    concept("back", "back", "spine");
    concept("cancer", "cancer");
    concept("sweats", "night sweats");
    concept("clumsy", "drop/dropping =things");
    flag("saddle", Urgency.EMERGENCY_NOW, pattern(RedFlag.Within.SENTENCE, "saddle-numb"));
    flag("infection", Urgency.SAME_DAY, pattern(RedFlag.Within.NEIGHBOURS, "fever", "back"));
    flag("cancer", Urgency.SAME_DAY, pattern(RedFlag.Within.MESSAGE, "cancer", "back"));
    flag("sweats", Urgency.SEE_DOCTOR_SOON, pattern(RedFlag.Within.CLAUSE, "sweats"));
    flag("clumsy", Urgency.SEE_DOCTOR_SOON, pattern(RedFlag.Within.CLAUSE, "clumsy"));
  }

  void concept(String name, String... terms) {
    concepts.put(name, List.of(terms));
  }

  static RedFlag.Pattern pattern(RedFlag.Within within, String... all) {
    return new RedFlag.Pattern(
        Arrays.stream(all).map(item -> List.of(item.split("/"))).toList(),
        within,
        List.of(),
        Optional.empty(),
        1);
  }

  void flag(String name, Urgency urgency, RedFlag.Pattern... patterns) {
    flag(name, urgency, List.of(), patterns);
  }

  void flag(String name, Urgency urgency, List<String> learnFrom, RedFlag.Pattern... patterns) {
    redFlags.add(
        new RedFlag(
            "redflag/" + name,
            name,
            name,
            urgency,
            "Card.",
            false,
            false,
            false,
            List.of(),
            List.of(patterns),
            List.of(),
            learnFrom,
            List.of(),
            Map.of(),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2030, 1, 1),
            "red-flags/" + name + ".yaml"));
  }

  Content content() {
    Phrases none =
        new Phrases(
            "", "", "", Map.of(), Map.of(), "", "", Map.of(), Map.of(), List.of(), Map.of());
    Language language =
        new Language(List.of(), Map.of(), Set.of(), Set.of(), List.of(), List.of(), concepts);
    return new Content(List.of(), Map.of(), redFlags, Map.of(), none, language, "");
  }

  Reader reader() {
    Content content = content();
    Analysis analysis = Analysis.of(content.language());
    return new Reader(Triage.of(content, analysis, Optional.empty()), analysis);
  }

  /** Asks a triage in one step. */
  record Reader(Triage triage, Analysis analysis) {
    /** Ids of the red flags, strongest first, without their prefix. */
    List<String> flags(String text) {
      return triage.alarms(analysis.analyse(text)).stream()
          .map(alarm -> alarm.redFlag().id().substring("redflag/".length()))
          .toList();
    }

    Explanation explain(String text) {
      return triage.explain(analysis.analyse(text));
    }
  }
}
