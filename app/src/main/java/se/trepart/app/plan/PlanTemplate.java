package se.trepart.app.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The skeleton of a usual plan (planmall): what such a plan has for goals and steps, as words to change. It judges nothing.
 *
 * @param kind a key of {@link se.trepart.model.plan.ActionKind}
 * @param hours a week
 * @param weeks how long its action usually is
 */
record PlanTemplate(String key, String name, String kind, int hours, int weeks, List<GoalText> goals, List<String> steps) {

    /** A goal to begin with. */
    record GoalText(String what, String how) {}

    private static final List<PlanTemplate> ALL = read();

    static List<PlanTemplate> all() {
        return ALL;
    }

    static Optional<PlanTemplate> of(String key) {
        return ALL.stream().filter(template -> template.key.equals(key)).findFirst();
    }

    private static List<PlanTemplate> read() {
        try (InputStream in = Objects.requireNonNull(PlanTemplate.class.getResourceAsStream("plan-templates.csv"), "plan-templates.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .skip(1)
                    .map(PlanTemplate::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlanTemplate line(String line) {
        List<String> cells = Arrays.asList(line.split(";", -1));
        List<GoalText> goals = Arrays.stream(cells.get(5).split("\\|"))
                .map(goal -> goal.split(":", 2))
                .map(parts -> new GoalText(parts[0].strip(), parts[1].strip()))
                .toList();
        return new PlanTemplate(cells.get(0), cells.get(1), cells.get(2), Integer.parseInt(cells.get(3)), Integer.parseInt(cells.get(4)),
                goals, Arrays.stream(cells.get(6).split("\\|")).map(String::strip).toList());
    }
}
