package se.trepart.app.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import se.trepart.app.casefile.TypedText;
import se.trepart.local.cache.Intent;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.TripartiteMeeting;

import org.jspecify.annotations.Nullable;

/** Notes what became of what was agreed (vad det blev av överenskommelserna): done or not yet, and a few words. */
final class AgreementResults {

    private final MeetingInCase meeting;
    private final Map<UUID, TypedText> words = new HashMap<>();

    AgreementResults(MeetingInCase meeting) {
        this.meeting = meeting;
    }

    /** What the store says, now. */
    void show(MeetingSituation now) {
        now.now()
                .documents()
                .of(AgreementResult.class)
                .forEach(result -> Optional.ofNullable(words.get(result.agreementId())).ifPresent(text -> text.show(result.words())));
    }

    /** What became of it, in words, as they are typed. */
    TypedText words(Agreement agreement) {
        return words.computeIfAbsent(agreement.id(), id -> {
            TypedText text = meeting.typed("result/" + id, typed -> write(agreement, _ -> typed, null));
            text.show(meeting.situation().flatMap(now -> now.result(agreement)).map(AgreementResult::words).orElse(""));
            return text;
        });
    }

    void done(Agreement agreement, boolean done) {
        write(agreement, typed -> typed, done);
    }

    void leave() {
        words.values().forEach(TypedText::leave);
    }

    /** @param done null to leave it as it is */
    private void write(Agreement agreement, UnaryOperator<String> typed, @Nullable Boolean done) {
        UUID me = meeting.desk().staff().id();
        LocalDate today = meeting.desk().today();
        meeting.write(now -> documents -> {
            TripartiteMeeting agreedAt = MeetingSituation.all(documents)
                    .stream()
                    .filter(one -> one.notes().agreements().stream().anyMatch(a -> a.id().equals(agreement.id())))
                    .findFirst()
                    .orElse(now);
            Optional<AgreementResult> before = documents.of(AgreementResult.class)
                    .stream()
                    .filter(one -> one.agreementId().equals(agreement.id()))
                    .findFirst();
            boolean isDone = done == null ? before.map(AgreementResult::done).orElse(false) : done;
            AgreementResult after = AgreementResult.of(agreedAt, agreement, isDone,
                    typed.apply(before.map(AgreementResult::words).orElse("")), me, today);
            return before.map(one -> Intent.change(one, after)).orElseGet(() -> Intent.create(after));
        });
    }
}
