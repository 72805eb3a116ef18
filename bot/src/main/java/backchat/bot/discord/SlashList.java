package backchat.bot.discord;

import backchat.bot.conversation.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;

/** The list of commands as Discord's slash commands and menus. Immutable. */
final class SlashList {
  /** The entry in the menu of a message. */
  static final String MENU = "Answer with Backchat";

  /** The option for a file. */
  static final String FILE = "file";

  /** The option for a passage's id. */
  static final String PASSAGE = "passage";

  /** Commands whose answer others in the channel see too, unless the asker wants it private. */
  private static final Set<String> SEEN_BY_ALL = Set.of("ask", "compare");

  private SlashList() {}

  /** What everybody gets, wherever they are. */
  static List<CommandData> open(List<Command> commands) {
    List<CommandData> list = new ArrayList<>();
    for (Command command : commands) {
      if (command.audience() == Command.Audience.EVERYBODY && !command.name().equals("start")) {
        list.add(everywhere(slash(command)));
      }
    }
    list.add(everywhere(Commands.message(MENU)));
    return list;
  }

  /** What the home server gets on top. */
  static List<CommandData> moderators(List<Command> commands) {
    List<CommandData> list = new ArrayList<>();
    for (Command command : commands) {
      if (command.audience() == Command.Audience.MODERATORS) {
        // nobody sees it to whom the server's administrators do not show it
        list.add(slash(command).setDefaultPermissions(DefaultMemberPermissions.DISABLED));
      }
    }
    return list;
  }

  private static CommandData everywhere(CommandData command) {
    return command
        .setContexts(
            InteractionContextType.GUILD,
            InteractionContextType.BOT_DM,
            InteractionContextType.PRIVATE_CHANNEL)
        .setIntegrationTypes(IntegrationType.GUILD_INSTALL, IntegrationType.USER_INSTALL);
  }

  private static SlashCommandData slash(Command command) {
    SlashCommandData slash = Commands.slash(command.name(), command.description());
    switch (command.name()) {
      case "ask" ->
          slash
              .addOption(
                  OptionType.STRING, "question", "Your question, in your own words", true, true)
              .addOption(OptionType.BOOLEAN, "private", "Only you see the answer", false);
      case "compare" ->
          slash
              .addOption(OptionType.STRING, "a", "One kind of massage", true, true)
              .addOption(OptionType.STRING, "b", "Another kind", true, true);
      case "topics" -> slash.addOption(OptionType.STRING, "topic", "One topic only", false, true);
      case backchat.bot.conversation.Commands.MODERATE ->
          command.parts().forEach(part -> slash.addSubcommands(part(part)));
      default -> {
        if (!command.argument().isEmpty()) {
          slash.addOption(OptionType.STRING, "text", command.argument(), false);
        }
      }
    }
    return slash;
  }

  private static SubcommandData part(Command.Part part) {
    SubcommandData data = new SubcommandData(part.name(), part.description());
    if (part.file()) {
      data.addOption(OptionType.ATTACHMENT, FILE, "The file", true);
    }
    return part.argument().isEmpty()
        ? data
        : data.addOption(
            OptionType.STRING,
            part.argument(),
            "Which " + part.argument(),
            !part.file(),
            part.argument().equals(PASSAGE));
  }

  /** Whether only the asker sees the answer; known before there is one. */
  static boolean hidden(String command, boolean wished) {
    return wished || !SEEN_BY_ALL.contains(command);
  }
}
