package se.trepart.app.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.app.text.Formats;
import se.trepart.app.text.Texts;
import se.trepart.model.plan.AbsenceResponse;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionKind;
import se.trepart.model.plan.InvalidAbsence;

/** Days away without a valid reason, in words (ogiltig frånvaro). R24 */
public final class AbsenceWords {

    private final Texts texts;
    private final Formats formats;

    public AbsenceWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** "Ogiltig frånvaro 2 dagar (Praktik)", a line for each action. */
    public List<String> perAction(List<InvalidAbsence> absences, CaseDocuments documents) {
        Map<UUID, List<InvalidAbsence>> byAction = new LinkedHashMap<>();
        absences.forEach(absence -> byAction.computeIfAbsent(absence.attendance().actionId(), _ -> new ArrayList<>()).add(absence));
        return byAction.values()
                .stream()
                .map(days -> texts.count("casefile.absence.in", days.size(), action(days.getFirst(), documents)))
                .toList();
    }

    /** "ogiltig frånvaro 2 dagar". */
    public String days(int count) {
        return texts.count("casefile.absence.days", count);
    }

    /** "12 nov, Praktik: kom inte och svarade inte". */
    public String day(InvalidAbsence absence, CaseDocuments documents) {
        String on = formats.shortDate(absence.mark().on());
        String action = action(absence, documents);
        String note = absence.mark().note();
        return note.isBlank() ? texts.of("casefile.absence.day", on, action) : texts.of("casefile.absence.day-note", on, action, note);
    }

    /** What it led to, by the caseworker; says that nobody has told when nobody has. */
    public String ledTo(InvalidAbsence absence) {
        AbsenceResponse response = absence.response();
        return response == null
                ? texts.of("casefile.absence.open")
                : texts.of("casefile.absence.led", texts.name("casefile.absence.led", response.led()), response.why());
    }

    private String action(InvalidAbsence absence, CaseDocuments documents) {
        return documents.of(Action.class)
                .stream()
                .filter(action -> action.id().equals(absence.attendance().actionId()))
                .findFirst()
                .flatMap(action -> ActionKind.of(action.terms().kind()))
                .map(ActionKind::name)
                .orElse(texts.of("casefile.absence.action"));
    }
}
