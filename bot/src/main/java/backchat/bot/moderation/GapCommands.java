package backchat.bot.moderation;

import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Reply;
import backchat.bot.store.Gaps;
import backchat.bot.store.StoreDown;
import backchat.knowledge.Edition;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Match;
import backchat.knowledge.Question;
import backchat.knowledge.content.Block;
import backchat.knowledge.content.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The subcommand about questions that found no sure answer and were shared: list, read, add as
 * another phrasing of a passage, dismiss. Thread-safe: one moderator at a time changes something.
 */
public final class GapCommands {
  private static final int GROUPS = 8;
  private static final int QUESTIONS = 10;
  private static final int PASSAGES = 3;
  private static final int LABEL = 60;

  private final Gaps gaps;
  private final Knowledge knowledge;
  private final NewPhrasing phrasing;

  /**
   * @param gaps what was shared
   * @param knowledge what is served, and what phrasings are added to
   */
  public GapCommands(Gaps gaps, Knowledge knowledge) {
    this.gaps = gaps;
    this.knowledge = knowledge;
    this.phrasing = new NewPhrasing(knowledge);
  }

  /** All of them, in the order of menus. */
  public List<Subcommand> all() {
    return List.of(
        new Subcommand(
            "gaps", "List questions that askers shared, largest groups first", "", this::run));
  }

  private Outcome run(Act act) {
    String[] words = act.argument().strip().split("\\s+");
    try {
      if (words[0].isEmpty()) {
        return list();
      }
      if (words[0].equals("show") && words.length == 2) {
        return show(words[1]);
      }
      if (words[0].equals("dismiss") && words.length == 2) {
        return dismiss(words[1]);
      }
      if (words[0].equals("add") && words.length == 3) {
        return add(words[1], words[2]);
      }
      return Outcome.refused("gaps", "Write /kb gaps alone, and press a button.");
    } catch (StoreDown e) {
      return StoreCommands.down("gaps", e);
    }
  }

  private Outcome list() throws StoreDown {
    List<GapGroups.Group> groups = groups();
    if (groups.isEmpty()) {
      return Outcome.shown("gaps", Reply.OfNotice.of("No question is waiting."));
    }
    int all = groups.stream().mapToInt(group -> group.gaps().size()).sum();
    List<Block> text = new ArrayList<>();
    text.add(
        new Block.Paragraph(
            "Questions that were shared: %d, in %d groups. Choose one:"
                .formatted(all, groups.size())));
    List<Choice> choices =
        groups.stream()
            .limit(GROUPS)
            .map(
                group ->
                    new Choice(
                        cut("%d x %s".formatted(group.gaps().size(), group.first().question())),
                        new Choice.Moderate("gaps show " + group.first().code())))
            .toList();
    return Outcome.shown("gaps", new Reply.OfChoices(text, choices));
  }

  private Outcome show(String code) throws StoreDown {
    Optional<GapGroups.Group> found = group(code);
    if (found.isEmpty()) {
      return gone("gaps show");
    }
    GapGroups.Group group = found.get();
    List<Block> text = new ArrayList<>();
    text.add(new Block.Paragraph("Asked %d times:".formatted(group.gaps().size())));
    text.add(
        new Block.Points(
            false, group.gaps().stream().limit(QUESTIONS).map(Gaps.Gap::question).toList()));
    Optional<String> wording = wording(group);
    List<Choice> choices = new ArrayList<>();
    if (wording.isPresent()) {
      text.add(
          new Block.Paragraph(
              "\"%s\" can become another phrasing of a passage, if it asks the same."
                  .formatted(wording.get())));
      nearest(wording.get())
          .forEach(
              passage ->
                  choices.add(
                      new Choice(
                          cut("Add to: " + passage.question()),
                          new Choice.Moderate(
                              "gaps add %s %s".formatted(code, NewPhrasing.mark(passage.id()))))));
    } else {
      text.add(
          new Block.Paragraph(
              "Something was taken out of each of these, so none can be added as it stands; write a"
                  + " phrasing into the entry's file."));
    }
    choices.add(new Choice("Dismiss", new Choice.Moderate("gaps dismiss " + code)));
    choices.add(new Choice("All groups", new Choice.Moderate("gaps")));
    return Outcome.shown("gaps show", new Reply.OfChoices(text, choices));
  }

  /** The oldest question out of which nothing was taken. */
  private static Optional<String> wording(GapGroups.Group group) {
    return group.gaps().stream()
        .map(Gaps.Gap::question)
        .filter(question -> !question.matches("(?s).*\\[(address|link|handle|number|name)].*"))
        .findFirst();
  }

  private List<Passage> nearest(String question) {
    Edition edition = knowledge.edition();
    return edition.rank(new Question(question), 5 * PASSAGES).stream()
        .map(Match::passage)
        .filter(NewPhrasing::takesPhrasings)
        .limit(PASSAGES)
        .toList();
  }

  private synchronized Outcome dismiss(String code) throws StoreDown {
    Optional<GapGroups.Group> group = group(code);
    if (group.isEmpty()) {
      return gone("gaps dismiss");
    }
    int removed = gaps.remove(group.get().codes());
    return new Outcome(
        "gaps dismiss",
        "dismissed " + removed,
        Reply.OfNotice.of("Dismissed: %d deleted.".formatted(removed)));
  }

  private synchronized Outcome add(String code, String mark) throws StoreDown {
    Optional<GapGroups.Group> group = group(code);
    Optional<Passage> passage = NewPhrasing.marked(mark, knowledge.edition());
    if (group.isEmpty() || passage.isEmpty()) {
      return gone("gaps add");
    }
    Optional<String> wording = wording(group.get());
    if (wording.isEmpty()) {
      return gone("gaps add");
    }
    Outcome outcome = phrasing.add(passage.get(), wording.get());
    if (phrasing.has(passage.get(), wording.get())) {
      gaps.remove(group.get().codes());
    }
    return outcome;
  }

  private static Outcome gone(String what) {
    return Outcome.refused(
        what, "That question has been dealt with already, or its time is over; see /kb gaps.");
  }

  /** The groups that wait; what was added when the process was stopped waits no more. */
  private List<GapGroups.Group> groups() throws StoreDown {
    Edition edition = knowledge.edition();
    Set<String> phrasings =
        edition.content().passages().stream()
            .flatMap(passage -> passage.alsoAsked().stream())
            .collect(Collectors.toSet());
    List<GapGroups.Group> waiting = new ArrayList<>();
    for (GapGroups.Group group : GapGroups.of(gaps.all(), edition)) {
      if (group.gaps().stream().anyMatch(gap -> phrasings.contains(gap.question()))) {
        gaps.remove(group.codes());
      } else {
        waiting.add(group);
      }
    }
    return waiting;
  }

  private Optional<GapGroups.Group> group(String code) throws StoreDown {
    return groups().stream().filter(group -> group.codes().contains(code)).findFirst();
  }

  private static String cut(String text) {
    return text.length() <= LABEL ? text : text.substring(0, LABEL - 1).strip() + "…";
  }
}
