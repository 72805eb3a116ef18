package backchat.bot.terminal;

import backchat.bot.conversation.Asker;
import backchat.bot.conversation.Choice;
import backchat.bot.conversation.Commands;
import backchat.bot.conversation.Reply;
import backchat.bot.conversation.Request;
import backchat.bot.conversation.Upload;
import backchat.bot.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine;

/** {@code chat}: talk to it in the terminal. Confined to one thread. */
@CommandLine.Command(name = "chat", description = "Talk to it in this terminal.")
final class ChatCommand implements Runnable {
  private static final String CONVERSATION = "terminal";
  private static final int WIDEST = 100;
  private static final Pattern PREVIEW = Pattern.compile("preview\\s+(\\S+)(?:\\s+(\\S+))?");

  private final CommandLineProgram program;
  private final BotRunner bot;
  private List<Choice> choices = List.of();

  @CommandLine.Mixin private ConfigFile file = new ConfigFile();

  ChatCommand(CommandLineProgram program, BotRunner bot) {
    this.program = program;
    this.bot = bot;
  }

  @Override
  public void run() {
    Optional<Store> store = bot.store(file.path());
    try {
      Commands commands =
          store
              .map(kept -> Opening.moderating(program, kept))
              .orElseGet(() -> Opening.moderating(program));
      if (program.streams().typed() && program.streams().seen()) {
        atTerminal(commands);
      } else {
        piped(commands);
      }
    } catch (IOException e) {
      throw new Failure("backchat: the terminal cannot be read: " + e.getMessage());
    } finally {
      store.ifPresent(Store::close);
    }
  }

  private void atTerminal(Commands commands) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
      reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
      int columns = terminal.getWidth() > 20 ? Math.min(WIDEST, terminal.getWidth()) : WIDEST;
      TerminalRenderer renderer = new TerminalRenderer(Style.COLOURED, columns);
      terminal.writer().println(renderer.render(welcome(commands)));
      while (true) {
        terminal.writer().println();
        Optional<Reply> reply = reply(commands, reader.readLine("you> "));
        if (reply.isEmpty()) {
          return;
        }
        terminal.writer().println(renderer.render(reply.get()));
        terminal.flush();
      }
    } catch (EndOfFileException | UserInterruptException e) {
      // the asker has gone
    }
  }

  private void piped(Commands commands) throws IOException {
    TerminalRenderer renderer = new TerminalRenderer(Style.PLAIN, WIDEST);
    Streams streams = program.streams();
    streams.out().println(renderer.render(welcome(commands)));
    for (String line = streams.in().readLine(); line != null; line = streams.in().readLine()) {
      Optional<Reply> reply = reply(commands, line);
      if (reply.isEmpty()) {
        return;
      }
      streams.out().println();
      streams.out().println("you> " + line.replaceAll("\\p{Cntrl}", " "));
      streams.out().println(renderer.render(reply.get()));
      streams.out().flush();
    }
  }

  private static Reply welcome(Commands commands) {
    return commands.respond(new Request("start", "", Asker.OPERATOR, CONVERSATION)).orElseThrow();
  }

  /** What the bot says to a line; empty when the asker wants to leave. */
  private Optional<Reply> reply(Commands commands, String line) {
    String text = line.strip();
    if (text.matches("/(quit|exit|q)")) {
      return Optional.empty();
    }
    Optional<Reply> reply;
    if (text.matches("\\d{1,3}") && chosen(text).isPresent()) {
      reply = commands.choose(chosen(text).get().action(), Asker.OPERATOR, CONVERSATION);
    } else if (text.startsWith("/")) {
      reply = commands.respond(command(text));
    } else {
      reply = commands.respond(Request.ask(text, Asker.OPERATOR, CONVERSATION));
    }
    choices =
        switch (reply.orElseThrow()) {
          case Reply.OfPassage passage -> passage.related();
          case Reply.OfChoices offered ->
              Stream.concat(offered.choices().stream(), offered.apart().stream()).toList();
          case Reply.OfCard card -> card.then().map(Reply.OfPassage::related).orElse(List.of());
          case Reply.OfComparison comparison -> List.of();
          case Reply.OfNotice notice -> List.of();
          case Reply.OfFile file -> List.of();
          case Reply.OfPreview preview -> preview.choices();
        };
    return reply;
  }

  /** A command; a moderator's preview names a file of this machine. */
  private static Request command(String text) {
    String[] words = text.substring(1).split("\\s+", 2);
    String argument = words.length > 1 ? words[1] : "";
    Matcher preview = PREVIEW.matcher(argument);
    if (!words[0].equals(Commands.MODERATE) || !preview.matches()) {
      return new Request(words[0], argument, Asker.OPERATOR, CONVERSATION);
    }
    Path file = Path.of(preview.group(1));
    String place = preview.group(2) == null ? "" : " " + preview.group(2);
    return new Request(words[0], "preview" + place, Asker.OPERATOR, CONVERSATION)
        .with(
            new Upload(
                file.toString(),
                file.toFile().length(),
                most -> {
                  if (Files.size(file) > most) {
                    throw new IOException("too large");
                  }
                  return Files.readAllBytes(file);
                }));
  }

  private Optional<Choice> chosen(String number) {
    int position = Integer.parseInt(number);
    return position >= 1 && position <= choices.size()
        ? Optional.of(choices.get(position - 1))
        : Optional.empty();
  }
}
