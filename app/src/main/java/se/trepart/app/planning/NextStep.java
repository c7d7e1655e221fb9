package se.trepart.app.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.casefile.TypedText;
import se.trepart.local.cache.Intent;
import se.trepart.model.followup.CasePlace;
import se.trepart.model.followup.DayItem;
import se.trepart.model.followup.DayItem.Kind;
import se.trepart.model.followup.Side;
import se.trepart.model.followup.Snooze;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/**
 * What comes next for a person who came back or was not taken, when it is not a new referral (nästa steg efter återremiss). R21, R26: what
 * was decided is noted with a day when it is taken up again, so that nobody is left.
 */
final class NextStep {

    private final OpenCase openCase;
    private final UUID referralId;
    private final TypedText words;
    private final ObjectProperty<@Nullable LocalDate> again = new SimpleObjectProperty<>();

    NextStep(OpenCase openCase, UUID referralId) {
        this.openCase = openCase;
        this.referralId = referralId;
        words = openCase.typed("planning/referral/" + referralId + "/next", _ -> {});
        words.show("");
    }

    /** What the caseworker is told about such a referral. */
    static Kind kind(Referral referral) {
        return referral.status() == Referral.Status.RETURNED ? Kind.REFERRAL_RETURNED : Kind.REFERRAL_DECLINED;
    }

    TypedText words() {
        return words;
    }

    /** The day it is taken up again. */
    ObjectProperty<@Nullable LocalDate> again() {
        return again;
    }

    /** Something else has been decided: what was being written is thrown away. */
    void drop() {
        words.textProperty().set("");
        again.set(null);
    }

    boolean ready() {
        LocalDate day = again.get();
        return !words.text().isBlank() && day != null && day.isAfter(openCase.desk().today());
    }

    void note() {
        LocalDate until = again.get();
        if (until == null || !ready()) {
            return;
        }
        String said = words.text().strip();
        openCase.edit(documents -> documents.of(Referral.class)
                .stream()
                .filter(referral -> referral.id().equals(referralId))
                .findFirst()
                .map(referral -> noted(documents, referral, said, until))
                .orElse(new Intent(List.of())), this::drop);
    }

    private Intent noted(CaseDocuments documents, Referral referral, String said, LocalDate until) {
        LocalDate today = openCase.desk().today();
        DayItem item = new DayItem(kind(referral), documents.id(), referral.id(), CasePlace.PLANNING, null, today, null, "R26");
        Snooze next = Snooze.of(item, documents.unitId(), Side.AID, until, said, openCase.desk().staff().id(), today);
        Optional<Snooze> before = documents.of(Snooze.class).stream().filter(old -> old.id().equals(next.id())).findFirst();
        return before.map(old -> Intent.change(old, next)).orElseGet(() -> Intent.create(next));
    }
}
