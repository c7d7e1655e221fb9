package se.trepart.local.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;

import se.trepart.local.search.Search.Hit;
import se.trepart.model.access.CaseAccess;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.person.Person;

import org.jspecify.annotations.Nullable;

/**
 * One person who can be found, with everything prepared that a key stroke needs.
 *
 * @param words every word that finds the person, each after {@link #MARK}
 * @param guarded what decides who may see the case; null for one without protection, so that memory holds no more than search needs
 */
record Found(Hit hit, String words, @Nullable Guarded guarded) {

    /** A protected household and its case (R34). */
    record Guarded(CaseFile file, Household household) {}

    /** before each word; in no name */
    static final char MARK = '\u0001';

    /** Everybody in the household; the case number finds the applicant, so that one case is one hit. */
    static List<Found> of(CaseFile file, Household household) {
        List<Found> found = new ArrayList<>();
        Guarded guarded = CaseAccess.isProtected(Optional.of(household)) ? new Guarded(file, household) : null;
        household.adults()
                .forEach(adult -> found
                        .add(of(file, adult.id(), adult.person(), guarded, adult.role() == AdultRole.APPLICANT ? file.number() : "")));
        household.children().forEach(child -> found.add(of(file, child.id(), child.person(), guarded, "")));
        return found;
    }

    private static Found of(CaseFile file, UUID memberId, Person person, @Nullable Guarded guarded, String caseNumber) {
        StringJoiner words = new StringJoiner(String.valueOf(MARK), String.valueOf(MARK), "");
        SearchText.words(person.name()).forEach(words::add);
        String number = SearchText.folded(person.number().value());
        words.add(number).add(number.substring(2));
        if (!caseNumber.isEmpty()) {
            words.add(caseNumber.replace("-", "")).add(caseNumber.substring(caseNumber.indexOf('-') + 1));
        }
        return new Found(new Hit(file.id(), memberId, file.number(), person.listName(), person.number().written()), words.toString(),
                guarded);
    }

    /** Never the person: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "Found[…]";
    }
}
