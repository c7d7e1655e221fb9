package se.trepart.app.conflict;

import java.util.ArrayList;
import java.util.List;

import se.trepart.app.casefile.CaseSamples;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;

import static se.trepart.app.casefile.CaseSamples.id;

/** Conflicts in the case of the samples, for tests and pictures. */
public final class ConflictSamples {

    private static final String SALARY = "declaration.incomes[" + id(801) + "].";

    private ConflictSamples() {}

    /** Leif and Karin changed the same salary and the same housing at the same time. */
    public static Conflict salary() {
        return conflict(640, "APPLICATION", CaseSamples.DECEMBER, "", field(641, SALARY + "amount", "785550", "810000", "795000"),
                field(642, SALARY + "source", "\"Ansökan\"", "\"Lönespecifikation\"", "\"Samtal med arbetsgivaren\""),
                field(643, "declaration.housing.form", "\"RENTAL\"", "\"SUBLET\"", "\"LODGER\""));
    }

    /** Somebody who has lost the unit had asked for a paper. */
    public static Conflict withdrawn() {
        return conflict(650, "CASE_FILE", CaseSamples.CASE, Conflict.ACCESS_WITHDRAWN, field(651, "responsible",
                "\"" + CaseSamples.KARIN.id() + "\"", "\"" + CaseSamples.KARIN.id() + "\"", "\"" + CaseSamples.AMINA.id() + "\""));
    }

    public static Conflict deleted() {
        return conflict(660, "COMPLETION_REQUEST", id(501), Conflict.DELETED, field(661, "id", text(id(501)), null, text(id(501))),
                field(662, "consequence", "\"Vi avgör ändå.\"", null, "\"Vi avgör ändå.\""),
                field(663, "dueOn", "\"2026-11-20\"", null, "\"2026-11-30\""));
    }

    public static Conflict locked() {
        return conflict(670, "DECISION", id(900), Conflict.LOCKED, field(671, "reasons", "\"a\"", "\"b\"", "\"c\""));
    }

    public static Conflict conflict(int n, String type, java.util.UUID about, String refused, ConflictField... fields) {
        return new Conflict(id(n), CaseSamples.UNIT, CaseSamples.CASE, type, about, null, id(n + 9), 3, 4, CaseSamples.LEIF.id(),
                CaseSamples.NOW.minusSeconds(7200), CaseSamples.KARIN.id(), CaseSamples.NOW.minusSeconds(3600),
                new ArrayList<>(List.of(fields)), refused, null, null);
    }

    static ConflictField field(int n, String path, @org.jspecify.annotations.Nullable String base,
            @org.jspecify.annotations.Nullable String theirs, @org.jspecify.annotations.Nullable String mine) {
        return new ConflictField(id(n), path, base, theirs, mine, null, "");
    }

    private static String text(java.util.UUID id) {
        return "\"" + id + "\"";
    }
}
