package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import se.trepart.app.letter.Lacking.Lack;
import se.trepart.model.control.Brand;
import se.trepart.model.letter.LetterKind;

import org.jspecify.annotations.Nullable;

/**
 * What one letter says, every amount, date and name already as it is read (brevets innehåll). The sentences around them are the template's.
 *
 * @param fileName without personal data, such as {@code beslut-2026-00417-2026-11.pdf}
 * @param period the month it is about: november 2026; empty when it is about no month
 * @param nextPeriod the month after
 * @param why the reasons, a paragraph each
 * @param whatNow what the reader does next, a step each
 * @param large in large print
 * @param easy in the easiest words, one thought a line (lättläst)
 * @param body what its kind tells beside this
 */
public record LetterPage(LetterKind kind, String templateVersion, String fileName, LocalDate writtenOn, String date, String caseNumber,
        Sender sender, Recipient recipient, Contact contact, String period, String nextPeriod, List<String> why, List<String> whatNow,
        boolean large, boolean easy, LetterBody body) {

    /** Who writes: the municipality and its board. {@code place} is the postal code and city. */
    public record Sender(String municipality, String board, String court, String street, String place, String phone, String phoneHours,
            String email, String website, Brand brand) {}

    /**
     * Who reads.
     *
     * @param address lines under the name; empty for protected identity (R34)
     * @param interpreter the language an interpreter is needed for; empty when none is
     * @param behalf for whom, where it is somebody who stands for another; else null
     * @param copies who gets the same letter, as in "Sven Ek, god man"
     * @param information the page in the reader's language; null for none
     */
    public record Recipient(String name, List<String> address, boolean protectedIdentity, String interpreter, @Nullable Behalf behalf,
            List<String> copies, @Nullable InformationPage information) {

        public Recipient {
            address = List.copyOf(address);
            copies = List.copyOf(copies);
        }

        /** Of a letter that is to nobody else. */
        public Recipient(String name, List<String> address, boolean protectedIdentity, String interpreter) {
            this(name, address, protectedIdentity, interpreter, null, List.of(), null);
        }

        @Override
        public String toString() {
            return "Recipient[…]";
        }
    }

    /**
     * For whom somebody gets a letter (för vem).
     *
     * @param capacity as in "god man"; empty until it is chosen
     * @param member the one whose letter it is a copy of
     */
    public record Behalf(String capacity, String member) {

        @Override
        public String toString() {
            return "Behalf[…]";
        }
    }

    /** Whom to ask: a person, or a unit in a letter without names. */
    public record Contact(String name, String title, String phone) {}

    /** One row of the calculation; {@code note} stands under the label in small type, empty for most. */
    public record Row(String label, String note, String amount) {}

    /**
     * The calculation as the reader follows it.
     *
     * @param result what is lacking, or what there is too much of; never negative
     * @param over the household has more than it needs
     */
    public record Sums(List<Row> needs, String needed, List<Row> has, String had, String result, boolean over) {}

    /**
     * How one thing applied for went, mostly a no.
     *
     * @param answer what was applied for and what is given, whole sentences
     * @param why the words of the reason catalogue, a paragraph each
     * @param own the caseworker's own words, a paragraph each
     */
    public record Refusal(String what, String answer, List<String> why, List<String> own) {

        public Refusal {
            why = List.copyOf(why);
            own = List.copyOf(own);
        }

        boolean unexplained() {
            return why.stream().allMatch(String::isBlank) && own.stream().allMatch(String::isBlank);
        }
    }

    /** A provision that was followed and what it says in plain words. */
    public record Law(String citation, String says) {}

    public LetterPage {
        why = List.copyOf(why);
        whatNow = List.copyOf(whatNow);
    }

    /** In the words of every letter. */
    public LetterPage(LetterKind kind, String templateVersion, String fileName, LocalDate writtenOn, String date, String caseNumber,
            Sender sender, Recipient recipient, Contact contact, String period, String nextPeriod, List<String> why, List<String> whatNow,
            boolean large, LetterBody body) {
        this(kind, templateVersion, fileName, writtenOn, date, caseNumber, sender, recipient, contact, period, nextPeriod, why, whatNow,
                large, false, body);
    }

    /** What this kind of letter must have and this one lacks, as the caseworker calls it; empty when it can be written (S12). */
    public List<String> missing() {
        Lacking lacks = new Lacking();
        lacks.need(Lack.MUNICIPALITY, sender.municipality());
        lacks.need(Lack.BOARD, sender.board());
        lacks.need(Lack.PLACE, sender.street(), sender.place());
        lacks.need(Lack.PHONE, sender.phone());
        lacks.need(Lack.RECIPIENT, recipient.name());
        Behalf behalf = recipient.behalf();
        if (behalf != null) {
            lacks.need(Lack.CAPACITY, behalf.capacity());
            if (!recipient.protectedIdentity()) {
                lacks.need(Lack.ADDRESS, recipient.address());
            }
        }
        lacks.need(Lack.CASE_NUMBER, caseNumber);
        lacks.need(Lack.DATE, date);
        if (kind.about() != LetterKind.About.CASE && kind.about() != LetterKind.About.REFERRAL) {
            lacks.need(Lack.MONTH, period);
        }
        lacks.need(Lack.CONTACT, contact.name());
        List<String> all = new ArrayList<>(lacks.all());
        all.addAll(body.missing(this));
        return all;
    }

    /** The same, written with another version of the templates. */
    LetterPage onTemplates(String version) {
        return new LetterPage(kind, version, fileName, writtenOn, date, caseNumber, sender, recipient, contact, period, nextPeriod, why,
                whatNow, large, easy, body);
    }

    /** What the print queue shows: nothing at all of a protected case (R34). */
    public String queueName() {
        return recipient.protectedIdentity() ? "Brev" : fileName;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterPage[" + kind + "]";
    }
}
