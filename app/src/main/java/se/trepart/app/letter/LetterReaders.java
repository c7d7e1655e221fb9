package se.trepart.app.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPage.Behalf;
import se.trepart.app.letter.LetterPage.Contact;
import se.trepart.app.letter.LetterPage.Recipient;
import se.trepart.app.letter.LetterPage.Sender;
import se.trepart.app.letter.LetterWriter.Occasion;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.NewLetters;
import se.trepart.model.letter.Representative;
import se.trepart.model.person.Address;

/** Who gets a letter (mottagare): its reader, or somebody who stands for that person, and who gets a copy. */
final class LetterReaders {

    private final LetterWords words;

    LetterReaders(LetterWords words) {
        this.words = words;
    }

    Recipient of(Occasion occasion, LetterHead head) {
        Recipient own = head.recipient();
        Representative other = occasion.letter().chosen().representative();
        if (other != null) {
            return representative(other, own);
        }
        List<String> copies = NewLetters.representatives(occasion.letter(), occasion.letters())
                .stream()
                .filter(one -> !one.name().isBlank() && one.capacity() != null)
                .map(one -> words.of("copy", one.name().strip(), capacity(one)))
                .toList();
        return new Recipient(own.name(), own.address(), own.protectedIdentity(), own.interpreter(), null, copies,
                information(occasion, head.sender(), head.contact()).orElse(null));
    }

    /** R34: what is blank to the household is blank to who stands for it too: an address could tell where somebody lives. */
    private Recipient representative(Representative one, Recipient own) {
        return new Recipient(one.name().strip(), own.protectedIdentity() ? List.of() : lines(one.address()), own.protectedIdentity(), "",
                new Behalf(capacity(one), own.name()), List.of(), null);
    }

    private static List<String> lines(Address address) {
        return Stream.of(address.street().strip(), (address.postalCode().strip() + " " + address.city().strip()).strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String capacity(Representative one) {
        return one.capacity() == null ? "" : words.of("capacity." + one.capacity().name());
    }

    private static Optional<InformationPage> information(Occasion occasion, Sender sender, Contact contact) {
        Letter letter = occasion.letter();
        String phone = contact.phone().isBlank() || letter.chosen().withoutNames() ? sender.phone() : contact.phone();
        return Optional.ofNullable(letter.chosen().information())
                .flatMap(code -> InformationPages.page(code,
                        Map.of("phone", phone, "case", occasion.caseFile().number(), "municipality", sender.municipality())));
    }
}
