package se.trepart.app.letter;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/**
 * How fast letters are written. Run by hand: {@code java -cp <test class path> se.trepart.app.letter.LetterSpeed 500}. Each letter has two or
 * three pages.
 */
final class LetterSpeed {

    private LetterSpeed() {}

    public static void main(String[] arguments) {
        int count = arguments.length == 0 ? 500 : Integer.parseInt(arguments[0]);
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        List<LetterPage> pages = Letters.all()
                .entrySet()
                .stream()
                .filter(e -> e.getKey().endsWith("small"))
                .map(e -> e.getValue())
                .toList();
        long start = System.nanoTime();
        LetterPdf pdf = new LetterPdf();
        pdf.render(pages.getFirst());
        System.out.printf(Locale.ROOT, "first letter: %.2f s, CPU of the process so far %.2f s%n", (System.nanoTime() - start) / 1e9,
                system.getProcessCpuTime() / 1e9);
        long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            pdf.render(pages.get(i % pages.size()));
        }
        double all = system.getProcessCpuTime() / 1e9;
        System.out.printf(Locale.ROOT, "%d letters: %.1f a CPU second of the whole process, %.1f of the writing thread%n", count,
                count / all, count / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / 1e9));
    }
}
