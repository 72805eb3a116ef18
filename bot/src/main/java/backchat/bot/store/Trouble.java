package backchat.bot.store;

import java.io.IOException;
import java.sql.SQLException;

/**
 * What a failure of the database means. Immutable.
 *
 * @param kind what to do about it
 * @param says what it is, in words for operators; never the driver's, which may quote what was kept
 */
record Trouble(Kind kind, String says) {
  /** What to do about a failure. */
  enum Kind {
    /** The key is there already: the same again may go through. */
    TAKEN,
    /** The file is damaged: set it aside and begin another. */
    DAMAGED,
    /** Wait and try again. */
    PASSING
  }

  private static final int MOST_CAUSES = 10;

  /** What a failure means. */
  static Trouble of(Throwable failure, boolean file) {
    Throwable cause = failure;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
      if (cause instanceof SQLException sql) {
        return file ? ofFile(sql) : ofServer(sql);
      }
      if (cause instanceof IOException) {
        return passing("the database file cannot be made");
      }
      cause = cause.getCause();
    }
    return passing("the database fails (" + failure.getClass().getSimpleName() + ")");
  }

  /** By the result codes of SQLite. */
  private static Trouble ofFile(SQLException sql) {
    int code = sql.getErrorCode() & 0xff;
    return switch (code) {
      case 19 -> new Trouble(Kind.TAKEN, "the key is taken");
      case 11, 26 -> new Trouble(Kind.DAMAGED, "the database file is damaged");
      case 0 -> passing("the database file takes too long");
      case 5, 6 -> passing("another program holds the database file");
      case 8 -> passing("the database file cannot be written");
      case 10 -> passing("the disk with the database file fails");
      case 13 -> passing("the disk with the database file is full");
      case 14 -> passing("the database file cannot be opened");
      default -> passing("the database file fails with code " + code);
    };
  }

  /** By the classes of SQL states. */
  private static Trouble ofServer(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    if (state.equals("23505")) {
      return new Trouble(Kind.TAKEN, "the key is taken");
    }
    if (state.equals("53100")) {
      return passing("the database server's disk is full");
    }
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57" -> passing("the database server cannot be reached");
      case "28" -> passing("the database server refuses the user or the password");
      case "3D" -> passing("the database server has no such database");
      case "42" -> passing("the database server refuses the user's rights, or tables are missing");
      case "" -> passing("the database server does not answer in time");
      default -> passing("the database server fails with state " + state);
    };
  }

  private static Trouble passing(String says) {
    return new Trouble(Kind.PASSING, says);
  }
}
