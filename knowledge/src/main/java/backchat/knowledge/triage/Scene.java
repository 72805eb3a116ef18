package backchat.knowledge.triage;

import backchat.knowledge.content.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One message with everything found in it, sorted by sentence. Confined to one thread. */
final class Scene {
  private final List<Word> words;
  private final Parts parts;
  private final List<Span> spans;
  private final List<Map<Role, List<Span>>> roles = new ArrayList<>();
  private final List<List<Span>> signs = new ArrayList<>();
  private final Mention.Person[] persons;

  Scene(List<Word> words, List<Span> spans, Roles known) {
    this.words = words;
    this.parts = new Parts(words);
    this.spans = spans;
    this.persons = new Mention.Person[words.size()];
    int sentences = words.isEmpty() ? 0 : words.getLast().sentence() + 1;
    for (int i = 0; i < sentences; i++) {
      roles.add(new EnumMap<>(Role.class));
      signs.add(new ArrayList<>());
    }
    for (Span span : spans) {
      Role role = known.of(span.concept());
      int sentence = sentence(span);
      if (role == null) {
        if (!known.isSetting(span.concept())) {
          signs.get(sentence).add(span);
        }
      } else {
        roles.get(sentence).computeIfAbsent(role, r -> new ArrayList<>()).add(span);
      }
    }
    persons();
  }

  private void persons() {
    for (Map<Role, List<Span>> sentence : roles) {
      for (Span span : sentence.getOrDefault(Role.ONESELF, List.of())) {
        Arrays.fill(persons, span.from(), span.to(), Mention.Person.ONESELF);
      }
      for (Span span : sentence.getOrDefault(Role.ANOTHER_PERSON, List.of())) {
        Arrays.fill(persons, span.from(), span.to(), Mention.Person.ANOTHER);
      }
    }
    for (int i = 0; i < persons.length; i++) {
      if (persons[i] == null) {
        persons[i] =
            i > 0 && parts.sameSentence(i, i - 1) ? persons[i - 1] : Mention.Person.UNKNOWN;
      }
    }
  }

  List<Word> words() {
    return words;
  }

  Parts parts() {
    return parts;
  }

  /** Everything found, by first word. */
  List<Span> spans() {
    return spans;
  }

  int sentence(Span span) {
    return words.get(span.from()).sentence();
  }

  /** The spans of a role in a sentence; none for a sentence that is not there. */
  List<Span> of(Role role, int sentence) {
    return sentence < 0 || sentence >= roles.size()
        ? List.of()
        : roles.get(sentence).getOrDefault(role, List.of());
  }

  /** The spans of ordinary concepts in a sentence, without those that only set the scene. */
  List<Span> signs(int sentence) {
    return signs.get(sentence);
  }

  /** Whom a span is about: the last person named in its sentence up to its end. */
  Mention.Person person(Span span) {
    return persons[span.to() - 1];
  }

  boolean anyIn(Role role, int sentence, int from, int to) {
    for (Span span : of(role, sentence)) {
      if (span.from() < to && span.to() > from) {
        return true;
      }
    }
    return false;
  }

  String text(Span span) {
    StringBuilder text = new StringBuilder();
    for (Word word : words.subList(span.from(), span.to())) {
      text.append(text.isEmpty() ? "" : " ").append(word.word());
    }
    return text.toString();
  }
}
