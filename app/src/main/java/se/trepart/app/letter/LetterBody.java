package se.trepart.app.letter;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import se.trepart.app.letter.Lacking.Lack;
import se.trepart.app.letter.LetterPage.Law;
import se.trepart.app.letter.LetterPage.Refusal;
import se.trepart.app.letter.LetterPage.Sums;
import se.trepart.model.decision.Appeal;
import se.trepart.model.letter.LetterKind;

/**
 * What one kind of letter tells beside its head and the texts that a person writes (brevets uppgifter); every amount, date and name is
 * already as it is read. A template finds it under {@code d}.
 */
public sealed interface LetterBody {

    /** What the letter must have and lacks, as the caseworker calls it (S12). */
    List<String> missing(LetterPage page);

    /**
     * What a letter about a decision on an application says.
     *
     * @param amount granted in all: 8 814 kronor
     * @param together the co-applicant's name; empty when alone
     * @param childCount children in the household
     * @param children how the children were considered, a paragraph each; empty when there are none
     * @param refusals what the letter says no to, wholly or in part; of the first decision when there are two
     * @param second what was decided when help beyond the right was tried too (S9); empty when it was not
     * @param emergency what was decided when it was tried as an emergency too (S9); empty when it was not
     * @param payment when and how the money comes, a whole sentence; may be empty
     * @param material that the applicant was told of the material before (R18), whole sentences; may be empty
     * @param decidedBy name and title of the one who decided
     * @param byRight by what right, a whole sentence
     * @param ways how it can be appealed (R19); empty when nothing goes against the reader
     * @param lastDay the last day to appeal; empty when there is no appeal to the court
     * @param receivedDay the day the letter is counted as received
     */
    record Decided(String amount, String together, int childCount, List<String> children, List<Sums> sums, List<Refusal> refusals,
            List<Refusal> second, List<Refusal> emergency, String payment, String material, List<Law> laws, String decidedBy,
            String decidedOn, String byRight, Set<Appeal.Way> ways, String receivedDay, String lastDay) implements LetterBody {

        public Decided {
            children = List.copyOf(children);
            sums = List.copyOf(sums);
            refusals = List.copyOf(refusals);
            second = List.copyOf(second);
            emergency = List.copyOf(emergency);
            laws = List.copyOf(laws);
            ways = Set.copyOf(ways);
        }

        /** Several decisions are told, one at a time (S9). */
        public boolean several() {
            return !second.isEmpty() || !emergency.isEmpty();
        }

        public boolean toCourt() {
            return ways.contains(Appeal.Way.COURT);
        }

        public boolean toLegality() {
            return ways.contains(Appeal.Way.LEGALITY);
        }

        @Override
        public List<String> missing(LetterPage page) {
            LetterKind kind = page.kind();
            boolean onAid = kind == LetterKind.GRANTED || kind == LetterKind.PARTLY || kind == LetterKind.REFUSED;
            Lacking lacks = new Lacking();
            if (kind != LetterKind.WITHDRAWN) {
                lacks.need(Lack.WHY, page.why());
            }
            lacks.need(Lack.WHAT_NOW, page.whatNow());
            if (onAid) {
                lacks.need(Lack.MONEY, amount);
            }
            if (kind != LetterKind.WITHDRAWN) {
                lacks.need(Lack.LAWS, laws.stream().map(Law::citation).toList());
            }
            lacks.need(Lack.DECIDED_BY, decidedBy);
            lacks.need(Lack.DECIDED_ON, decidedOn);
            lacks.need(Lack.BY_RIGHT, byRight);
            if (onAid) {
                onAid(kind, lacks);
            }
            howToAppeal(page, lacks);
            return lacks.all();
        }

        private void onAid(LetterKind kind, Lacking lacks) {
            if (childCount > 0) {
                lacks.need(Lack.CHILDREN, children);
            } else if (!children.isEmpty()) {
                lacks.add(Lack.NO_CHILDREN);
            }
            if (kind != LetterKind.REFUSED && sums.isEmpty()) {
                lacks.add(Lack.SUMS);
            }
            if (kind == LetterKind.PARTLY) {
                if (!several()) {
                    lacks.need(Lack.REFUSALS, refusals.stream().map(Refusal::what).toList());
                }
                refusals.stream().filter(Refusal::unexplained).forEach(r -> lacks.add(Lack.REASON_FOR_NO, r.what()));
            }
            // S9: each decision has a reason of its own
            Stream.concat(emergency.stream(), second.stream())
                    .filter(Refusal::unexplained)
                    .forEach(r -> lacks.add(Lack.REASON_FOR_SECOND, r.what()));
        }

        private void howToAppeal(LetterPage page, Lacking lacks) {
            LetterKind kind = page.kind();
            if ((kind == LetterKind.PARTLY || kind == LetterKind.REFUSED || kind == LetterKind.DISMISSED) && ways.isEmpty()) {
                lacks.add(Lack.APPEAL);
            }
            if (!ways.isEmpty()) {
                lacks.need(Lack.COURT, page.sender().court());
            }
            if (toCourt()) {
                lacks.need(Lack.LAST_DAY_TO_APPEAL, receivedDay, lastDay);
            }
        }

        @Override
        public String toString() {
            return "Decided[…]";
        }
    }

    /** What a completion request asks for (begäran om komplettering). */
    record Asked(List<String> missing, String dueOn, String consequence) implements LetterBody {

        public Asked {
            missing = List.copyOf(missing);
        }

        @Override
        public List<String> missing(LetterPage page) {
            Lacking lacks = new Lacking();
            lacks.need(Lack.PAPERS, missing);
            lacks.need(Lack.LAST_DAY, dueOn);
            lacks.need(Lack.OTHERWISE, consequence);
            return lacks.all();
        }

        @Override
        public String toString() {
            return "Asked[…]";
        }
    }

    /**
     * What the reader may answer before a decision (kommunicering, R18).
     *
     * @param material what the decision is going to rest on, a paragraph each
     */
    record Told(List<String> material, String answerBy, List<Law> laws) implements LetterBody {

        public Told {
            material = List.copyOf(material);
            laws = List.copyOf(laws);
        }

        @Override
        public List<String> missing(LetterPage page) {
            Lacking lacks = new Lacking();
            lacks.need(Lack.MATERIAL, material);
            lacks.need(Lack.LAST_DAY_TO_ANSWER, answerBy);
            return lacks.all();
        }

        @Override
        public String toString() {
            return "Told[…]";
        }
    }

    /**
     * A referral as its person reads it (remisskopia, R21), a paragraph each.
     *
     * @param answerBy when the labour-market unit has answered at the latest; empty when it has
     */
    record Referred(String sentOn, List<String> need, List<String> purpose, List<String> goal, List<String> content,
            List<String> consequences, String answerBy) implements LetterBody {

        public Referred {
            need = List.copyOf(need);
            purpose = List.copyOf(purpose);
            goal = List.copyOf(goal);
            content = List.copyOf(content);
            consequences = List.copyOf(consequences);
        }

        @Override
        public List<String> missing(LetterPage page) {
            Lacking lacks = new Lacking();
            lacks.need(Lack.REFERRED_ON, sentOn);
            lacks.need(Lack.NEED, need);
            lacks.need(Lack.PURPOSE, purpose);
            lacks.need(Lack.GOAL, goal);
            lacks.need(Lack.CONTENT, content);
            lacks.need(Lack.OTHERWISE, consequences);
            return lacks.all();
        }

        @Override
        public String toString() {
            return "Referred[…]";
        }
    }

    /** Who takes over the case (byte av handläggare), and from when. */
    record Changed(String name, String title, String from) implements LetterBody {

        @Override
        public List<String> missing(LetterPage page) {
            Lacking lacks = new Lacking();
            lacks.need(Lack.NEW_CASEWORKER, name);
            lacks.need(Lack.FROM, from);
            lacks.need(Lack.WHAT_NOW, page.whatNow());
            return lacks.all();
        }

        @Override
        public String toString() {
            return "Changed[…]";
        }
    }

    /**
     * That an application has come, or that its answer is late (FL 11 §).
     *
     * @param answerBy when the answer is counted on; may be empty when nothing is late
     */
    record Received(String receivedOn, String answerBy, List<Law> laws) implements LetterBody {

        public Received {
            laws = List.copyOf(laws);
        }

        @Override
        public List<String> missing(LetterPage page) {
            Lacking lacks = new Lacking();
            lacks.need(Lack.RECEIVED_ON, receivedOn);
            lacks.need(Lack.WHAT_NOW, page.whatNow());
            if (page.kind() == LetterKind.DELAY) {
                lacks.need(Lack.WHY, page.why());
                lacks.need(Lack.ANSWER_BY, answerBy);
            }
            return lacks.all();
        }
    }

    /** A letter of one's own (eget brev): its heading is typed, and so is the rest. */
    record Own(String heading) implements LetterBody {

        @Override
        public List<String> missing(LetterPage page) {
            Lacking lacks = new Lacking();
            lacks.need(Lack.HEADING, heading);
            lacks.need(Lack.TEXT, page.why());
            return lacks.all();
        }

        @Override
        public String toString() {
            return "Own[…]";
        }
    }

    /**
     * That too much was paid and is claimed back (återkrav), or may be.
     *
     * @param amount what was paid, wholly or in part
     * @param claimed what of it is claimed back
     * @param waived what is not (eftergift); mostly empty
     * @param tooMuch it was too much; else it was right, and given so that it could be claimed back
     * @param months the months it is about: juni och juli 2026
     * @param day the last day to answer a notice, or to pay
     * @param noticed that the reader was told before (R18), whole sentences; empty in a notice
     * @param lacks what is neither chosen nor done yet, as the caseworker calls it
     * @param decidedBy empty in a notice
     */
    record Reclaimed(String amount, String claimed, String waived, boolean tooMuch, String months, String day, String noticed,
            List<String> lacks, List<Law> laws, String decidedBy, String decidedOn, String byRight) implements LetterBody {

        public Reclaimed {
            lacks = List.copyOf(lacks);
            laws = List.copyOf(laws);
        }

        @Override
        public List<String> missing(LetterPage page) {
            Lacking missing = new Lacking();
            missing.need(Lack.MONEY, amount);
            missing.need(Lack.MONTHS, months);
            missing.need(Lack.WHY, page.why());
            missing.need(page.kind() == LetterKind.RECOVERY ? Lack.LAST_DAY_TO_PAY : Lack.LAST_DAY_TO_ANSWER, day);
            missing.need(Lack.LAWS, laws.stream().map(Law::citation).toList());
            if (page.kind() == LetterKind.RECOVERY) {
                missing.need(Lack.HOW_TO_PAY, page.whatNow());
                missing.need(Lack.DECIDED_BY, decidedBy);
                missing.need(Lack.BY_RIGHT, byRight);
            }
            return Stream.concat(missing.all().stream(), lacks.stream()).toList();
        }

        @Override
        public String toString() {
            return "Reclaimed[…]";
        }
    }
}
