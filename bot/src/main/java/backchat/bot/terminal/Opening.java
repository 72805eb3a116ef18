package backchat.bot.terminal;

import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Conversations;
import backchat.bot.conversation.CountedFeedback;
import backchat.bot.conversation.Flood;
import backchat.bot.moderation.Audit;
import backchat.bot.moderation.Drafts;
import backchat.bot.moderation.ImportCommands;
import backchat.bot.moderation.KnowledgeCommands;
import backchat.bot.moderation.Moderation;
import backchat.bot.moderation.SharedQuestions;
import backchat.bot.moderation.Subcommand;
import backchat.bot.store.Store;
import backchat.knowledge.BrokenContent;
import backchat.knowledge.Knowledge;
import backchat.knowledge.Options;
import backchat.knowledge.content.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Opens the knowledge for a subcommand. Immutable. */
final class Opening {
  private static final int MOST_SHOWN = 20;

  private Opening() {}

  /**
   * The commands over the knowledge of the program's content folder, for the one at its terminal.
   *
   * @throws Failure if the folder has errors, listing the first of them
   */
  static Commands commands(CommandLineProgram program) {
    return commands(program, knowledge(program));
  }

  /** The same for a moderator: what was served is kept, so that one can go back to it. */
  static Commands moderating(CommandLineProgram program) {
    return commands(program, open(program, program.keeping()));
  }

  private static Commands commands(CommandLineProgram program, Knowledge knowledge) {
    List<Subcommand> subcommands = new ArrayList<>(new KnowledgeCommands(knowledge).all());
    subcommands.addAll(new ImportCommands(knowledge, new Drafts(program.clock())).all());
    Moderation moderation = new Moderation(knowledge, Audit.NONE, program.clock(), subcommands);
    return new Commands(
        knowledge,
        new Conversations(program.clock()),
        new CountedFeedback(),
        new Flood(1, 1, program.clock()),
        List.of(moderation.command()));
  }

  /**
   * The same, where a store keeps what the moderator at the terminal does and reads.
   *
   * @throws Failure if the folder has errors, listing the first of them
   */
  static Commands moderating(CommandLineProgram program, Store store) {
    Knowledge knowledge = open(program, program.keeping());
    List<Subcommand> more = new ImportCommands(knowledge, new Drafts(program.clock())).all();
    return new Commands(
        knowledge,
        new Conversations(program.clock()),
        new CountedFeedback(),
        new Flood(1, 1, program.clock()),
        new SharedQuestions(store.gaps(), program.clock()),
        List.of(Moderation.of(knowledge, store, program.clock(), more).command()));
  }

  /**
   * The knowledge of the program's content folder.
   *
   * @throws Failure if the folder has errors, listing the first of them
   */
  static Knowledge knowledge(CommandLineProgram program) {
    return open(program, program.options());
  }

  /** The same knowledge by words alone, whatever the options say. */
  static Knowledge words(CommandLineProgram program) {
    return open(program, Options.WORDS);
  }

  private static Knowledge open(CommandLineProgram program, Options options) {
    try {
      return Knowledge.open(program.folder(), program.clock(), options);
    } catch (BrokenContent e) {
      String shown =
          e.problems().stream()
              .filter(problem -> problem.severity() == Problem.Severity.ERROR)
              .limit(MOST_SHOWN)
              .map(Problem::toString)
              .collect(Collectors.joining("\n"));
      throw new Failure(
          shown
              + "\nbackchat: "
              + program.folder()
              + " has errors; './backchat check' lists them all");
    }
  }
}
