package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;

/** Gathers what a letter lacks (det som saknas). Said as the caseworker calls it: {@code lack.} in {@code words.properties}. */
final class Lacking {

    /** What a letter must have beside its recovery's own. */
    enum Lack {
        WHY,
        WHAT_NOW,
        MONEY,
        LAWS,
        DECIDED_BY,
        DECIDED_ON,
        BY_RIGHT,
        CHILDREN,
        NO_CHILDREN,
        SUMS,
        REFUSALS,
        APPEAL,
        COURT,
        LAST_DAY_TO_APPEAL,
        PAPERS,
        LAST_DAY,
        OTHERWISE,
        MATERIAL,
        LAST_DAY_TO_ANSWER,
        REFERRED_ON,
        NEED,
        PURPOSE,
        GOAL,
        CONTENT,
        NEW_CASEWORKER,
        FROM,
        RECEIVED_ON,
        ANSWER_BY,
        HEADING,
        TEXT,
        MONTHS,
        LAST_DAY_TO_PAY,
        HOW_TO_PAY,
        MUNICIPALITY,
        BOARD,
        PLACE,
        PHONE,
        RECIPIENT,
        CAPACITY,
        ADDRESS,
        CASE_NUMBER,
        DATE,
        MONTH,
        CONTACT,
        REASON_FOR_NO,
        REASON_FOR_SECOND
    }

    private static final LetterWords WORDS = new LetterWords();

    private final List<String> lacks = new ArrayList<>();

    void need(Lack lack, String... values) {
        need(lack, List.of(values));
    }

    void need(Lack lack, List<String> values) {
        if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
            add(lack);
        }
    }

    /** @param about what its words name, such as the cost that was refused */
    void add(Lack lack, Object... about) {
        lacks.add(WORDS.of("lack." + lack.name(), about));
    }

    /** In words. */
    List<String> all() {
        return List.copyOf(lacks);
    }
}
