package se.trepart.app.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPage.Contact;
import se.trepart.app.letter.LetterPage.Recipient;
import se.trepart.app.letter.LetterPage.Sender;
import se.trepart.model.access.Staff;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Municipality;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;

/** What stands at the head of every paper that leaves the program: who writes to whom, when, and whom to ask (brevhuvud). */
public record LetterHead(LocalDate writtenOn, String date, String caseNumber, Sender sender, Recipient recipient, Contact contact) {

    /**
     * @param recipientId the adult who gets it
     * @param writer the one who writes, and answers questions
     */
    public static LetterHead of(CaseFile file, Household household, UUID recipientId, Municipality municipality, Staff writer,
            LocalDate writtenOn) {
        return new LetterHead(writtenOn, LetterWords.day(writtenOn), file.number(), sender(municipality), recipient(household, recipientId),
                new Contact(writer.name(), writer.title().toLowerCase(Locale.ROOT), writer.phone()));
    }

    /** Of a paper about no case and for no one person, such as one for the board. */
    public static LetterHead toNobody(Municipality municipality, Staff writer, LocalDate writtenOn) {
        return new LetterHead(writtenOn, LetterWords.day(writtenOn), "", sender(municipality), new Recipient("", List.of(), false, ""),
                new Contact(writer.name(), writer.title().toLowerCase(Locale.ROOT), writer.phone()));
    }

    static Sender sender(Municipality m) {
        // the board's full name tells whose it is, also where the letterhead is cut off
        String board = m.board().contains(m.name()) ? m.board() : m.board() + " i " + m.name();
        return new Sender(m.name(), board, m.court(), m.street(), (m.postalCode() + " " + m.city()).strip(), m.phone(), m.phoneHours(),
                m.email(), m.website(), m.look());
    }

    /** R34: a protected household's address is left blank. */
    private static Recipient recipient(Household household, UUID recipientId) {
        Person person = household.member(recipientId).orElseGet(() -> household.applicant().person());
        Address address = person.address();
        List<String> lines = household.isProtected() || address == null
                ? List.of()
                : Stream.of(address.street(), (address.postalCode() + " " + address.city()).strip()).filter(l -> !l.isBlank()).toList();
        return new Recipient(person.name(), lines, household.isProtected(),
                Optional.ofNullable(person.interpreterLanguage()).orElse("").strip());
    }

    /** What the print queue shows: nothing at all of a protected case (R34). */
    public String queueName(String fileName) {
        return recipient.protectedIdentity() ? "Brev" : fileName;
    }

    /** Never the content: a record's text ends up in logs. */
    @Override
    public String toString() {
        return "LetterHead[" + writtenOn + "]";
    }
}
