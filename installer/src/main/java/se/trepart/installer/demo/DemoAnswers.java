package se.trepart.installer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import se.trepart.model.access.Staff;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.CheckItem.CheckState;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.ChildAssessment;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.LongTermReview;

/** Answers a checklist the way a caseworker would in an ordinary month. */
final class DemoAnswers {

    private static final List<String> DAYS = List.of("tränar fotboll två kvällar i veckan", "läser mycket och lånar böcker på biblioteket",
            "har börjat i simskola", "leker ofta med kusinerna", "spelar gitarr i kulturskolan", "har fått en bästa vän på skolan",
            "tycker om att rita och bygga", "är med i scouterna");

    private final Map<String, String[]> rows = new HashMap<>();

    DemoAnswers() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoAnswers.class.getResourceAsStream("answers.csv")), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(";", -1)).forEach(row -> rows.put(row[0], row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the first steps, as many as asked for; the rest stays missing. */
    Investigation answer(Investigation investigation, ChecklistTemplate template, int steps, Staff by, LocalDate on) {
        Investigation answered = investigation;
        for (CheckItem item : investigation.items().subList(0, Math.min(steps, investigation.items().size()))) {
            ChecklistStep step = template.step(item.stepKey()).orElseThrow();
            if (item.state() != CheckState.MISSING) {
                continue;
            }
            if (step.key().equals("bank.sample")) {
                answered = answered.notRelevant(step, "Inte med i månadens stickprov.", by.id(), by.roles().getFirst(), on);
                continue;
            }
            String[] row = Objects.requireNonNull(rows.get(step.key()), step.key());
            answered = answered.answer(step, row[1], row[2], "Påverkar inte rätten till stöd.", by.id(), on);
        }
        return answered;
    }

    /** Everything, the children and the long-term themes included. */
    Investigation answerAll(Investigation investigation, ChecklistTemplate template, Household household, Staff by, LocalDate on) {
        Investigation answered = answer(investigation, template, Integer.MAX_VALUE, by, on);
        int month = on.getMonthValue();
        for (int i = 0; i < household.children().size(); i++) {
            Child child = household.children().get(i);
            String name = child.person().firstName();
            String what = DAYS.get((month + i * 3) % DAYS.size());
            UUID id = answered.child(child.id()).orElseThrow().id();
            answered = answered
                    .assessChild(new ChildAssessment(id, child.id(), name + " " + what + ". Vi har pratat med föräldern om " + name + ".",
                            "Det bästa för " + name + " är att bo kvar och fortsätta i sin skola. Då behåller " + name + " sina vänner.",
                            "Hyran och fritiden räknas med, så att " + name + " kan leva som vanligt."));
        }
        if (answered.longTerm() != null) {
            answered = answered.review(new LongTermReview("Bostaden räcker till för alla.", "Barnen träffar båda föräldrarna.",
                    "Inga besvär.", "Alla barn har en aktivitet.", "Inget barn har sommarjobb."));
        }
        return answered;
    }
}
