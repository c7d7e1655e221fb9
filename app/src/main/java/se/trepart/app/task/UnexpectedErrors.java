package se.trepart.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where every unexpected error ends (oväntat fel). Logged as kind and place in the code, never with the exception's message, which may
 * hold personal data; shown to the user as a short code that is the same each time the same thing happens.
 */
public final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {

    private static final System.Logger LOG = System.getLogger(UnexpectedErrors.class.getName());

    private final Consumer<String> show;

    /** @param show is given the code, on the thread the error was handled on */
    public UnexpectedErrors(Consumer<String> show) {
        this.show = show;
    }

    public void handle(Throwable error) {
        List<String> trace = trace(error);
        String code = code(trace);
        LOG.log(System.Logger.Level.ERROR, "Unexpected error {0}\n{1}", code, String.join("\n", trace));
        show.accept(code);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        handle(error);
    }

    private static List<String> trace(Throwable error) {
        List<String> lines = new ArrayList<>();
        for (Throwable e = error; e != null && lines.size() < 200; e = e.getCause()) {
            lines.add(e.getClass().getName());
            for (StackTraceElement frame : e.getStackTrace()) {
                lines.add("    " + frame);
            }
        }
        return lines;
    }

    /** Five letters and digits from the error's kind and the first places of our own code. */
    private static String code(List<String> trace) {
        int hash = trace.stream().filter(l -> !l.startsWith(" ") || l.contains("se.trepart")).limit(6).toList().hashCode();
        String code = Integer.toString(hash & 0x7fff_ffff, 36).toUpperCase(java.util.Locale.ROOT);
        return ("0000" + code).substring(code.length() + 4 - 5);
    }
}
