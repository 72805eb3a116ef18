package backchat.bot.discord;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.interactions.IntegrationType;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.requests.restaction.CommandListUpdateAction;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Puts the list of commands up, in one call and only when it differs from what is there. Immutable.
 */
final class SlashUpload {
  private static final List<String> OPTION =
      List.of("type", "name", "description", "required", "autocomplete");

  private SlashUpload() {}

  /** The commands of all servers and direct conversations. */
  static void open(JDA jda, List<CommandData> wanted) {
    List<Command> there = jda.retrieveCommands().complete();
    if (!same(there, wanted, true)) {
      put(jda.updateCommands(), wanted);
    }
  }

  /** The commands of one server. */
  static void server(Guild guild, List<CommandData> wanted) {
    List<Command> there = guild.retrieveCommands().complete();
    if (!same(there, wanted, false)) {
      put(guild.updateCommands(), wanted);
    }
  }

  private static void put(CommandListUpdateAction call, List<CommandData> wanted) {
    call.addCommands(wanted).complete();
  }

  private static boolean same(List<Command> there, List<CommandData> wanted, boolean everywhere) {
    List<CommandData> now = there.stream().map(CommandData::fromCommand).toList();
    return shapes(now, everywhere).equals(shapes(wanted, everywhere));
  }

  /** What matters of each command, by type and name. */
  private static Map<String, String> shapes(List<CommandData> commands, boolean everywhere) {
    Map<String, String> shapes = new TreeMap<>();
    for (CommandData command : commands) {
      DataObject data = command.toData();
      String shape =
          data.getString("description", "")
              + options(data.optArray("options").orElseGet(DataArray::empty))
              + data.getString("default_member_permissions", "");
      if (everywhere) {
        shape += words(command.getContexts(), InteractionContextType::getType);
        shape += words(command.getIntegrationTypes(), IntegrationType::getType);
      }
      shapes.put(command.getType() + " " + command.getName(), shape);
    }
    return shapes;
  }

  private static <T> String words(
      Collection<T> values, java.util.function.Function<T, String> word) {
    return new TreeSet<>(values.stream().map(word).toList()).toString();
  }

  private static String options(DataArray options) {
    return options.stream(DataArray::getObject)
        .map(
            option ->
                OPTION.stream().map(key -> value(option, key)).collect(Collectors.joining("|"))
                    + options(option.optArray("options").orElseGet(DataArray::empty)))
        .collect(Collectors.joining(";"));
  }

  private static String value(DataObject option, String key) {
    return option.isNull(key) ? "false" : String.valueOf(option.get(key));
  }
}
