package backchat.bot;

/** Starts the program. Immutable. */
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    System.out.println("Backchat");
  }
}
