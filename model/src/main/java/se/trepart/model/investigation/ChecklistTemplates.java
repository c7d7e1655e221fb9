package se.trepart.model.investigation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import se.trepart.model.Table;
import se.trepart.model.Table.Row;
import se.trepart.model.access.Role;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.investigation.ChecklistStep.AppliesTo;

/** The checklists that come with the program, and which of a municipality's checklists is in force (R35). */
public final class ChecklistTemplates {

    private ChecklistTemplates() {}

    /** One template for each kind of application. The same template and step has the same id everywhere. */
    public static List<ChecklistTemplate> shipped(UUID unitId) {
        List<Row> steps = Table.read(ChecklistTemplates.class, "checklist-steps.csv");
        return Table.read(ChecklistTemplates.class, "checklist-templates.csv").stream().map(row -> template(unitId, row, steps)).toList();
    }

    /** The template decided last, of those decided by the date. */
    public static Optional<ChecklistTemplate> inForce(List<ChecklistTemplate> templates, ApplicationKind kind, LocalDate on) {
        return templates.stream()
                .filter(template -> template.kind() == kind && !template.decidedOn().isAfter(on))
                .max(Comparator.comparing(ChecklistTemplate::decidedOn).thenComparing(ChecklistTemplate::version));
    }

    private static ChecklistTemplate template(UUID unitId, Row row, List<Row> steps) {
        ApplicationKind kind = ApplicationKind.valueOf(row.text("kind"));
        String path = "checklist/" + kind + "/" + row.text("version");
        List<Row> its = steps.stream().filter(step -> step.text("kinds").indexOf(kind.name().charAt(0)) >= 0).toList();
        return new ChecklistTemplate(id(path), unitId, row.text("name"), Integer.parseInt(row.text("version")), kind, row.text("owner"),
                LocalDate.parse(row.text("decided")), LocalDate.parse(row.text("review")),
                IntStream.range(0, its.size()).mapToObj(number -> step(path, number, its.get(number))).toList());
    }

    /** Lists are kept in order of id, so the step's number comes first in its id. */
    private static ChecklistStep step(String path, int number, Row row) {
        String key = row.text("key");
        UUID mixed = id(path + "/" + key);
        UUID id = new UUID((long) number << 48 | mixed.getMostSignificantBits() >>> 16, mixed.getLeastSignificantBits());
        return new ChecklistStep(id, key, row.text("question"), row.text("help"), row.text("source"), row.yes("assessment"),
                Integer.parseInt(row.text("interval")), AppliesTo.valueOf(row.text("for")), Role.valueOf(row.text("skip")));
    }

    private static UUID id(String path) {
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8));
    }
}
