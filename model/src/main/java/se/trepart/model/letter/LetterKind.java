package se.trepart.model.letter;

import java.util.List;
import java.util.Locale;

/**
 * What a letter is (brevtyp), what it is about and what it is called: the same words begin its heading, the title of its PDF and the name of
 * its file.
 */
public enum LetterKind {
    /** beslut: bifall */
    GRANTED(About.DECISION, "Beslut"),
    /** beslut: delvis bifall */
    PARTLY(About.DECISION, "Beslut"),
    /** beslut: avslag */
    REFUSED(About.DECISION, "Beslut"),
    /** begäran om komplettering */
    COMPLETION_REQUEST(About.COMPLETION_REQUEST, "Vi behöver mer från dig"),
    /** beslut: avvisning */
    DISMISSED(About.DECISION, "Beslut"),
    /** beslut: avskrivning, the applicant has withdrawn the application */
    WITHDRAWN(About.DECISION, "Beslut"),
    /** kommunicering före beslut (R18) */
    COMMUNICATION(About.DECISION, "Läs och svara innan vi bestämmer"),
    /** kopia av remissen till den sökande (R21) */
    REFERRAL_COPY(About.REFERRAL, "Vi har bett om hjälp åt dig"),
    /** byte av handläggare */
    CASEWORKER_CHANGE(About.CASE, "Du har en ny handläggare"),
    /** bekräftelse av mottagen ansökan */
    CONFIRMATION(About.APPLICATION, "Vi har fått din ansökan"),
    /** underrättelse om att svaret dröjer (FL 11 §) */
    DELAY(About.APPLICATION, "Ditt svar dröjer"),
    /** eget brev */
    OWN(About.CASE, "Om ditt ärende"),
    /** underrättelse om återkrav, before a decision on it (R18) */
    RECOVERY_NOTICE(About.APPLICATION, "Du kan behöva betala tillbaka pengar"),
    /** beslut om återkrav */
    RECOVERY(About.APPLICATION, "Beslut");

    /** The document that gives a letter its facts (vad brevet handlar om). */
    public enum About {
        DECISION,
        COMPLETION_REQUEST,
        APPLICATION,
        REFERRAL,
        CASE
    }

    private final About about;
    private final String title;

    LetterKind(About about, String title) {
        this.about = about;
        this.title = title;
    }

    public About about() {
        return about;
    }

    /** The first words of its heading, in Swedish. */
    public String title() {
        return title;
    }

    /** The first part of its file's name: the title as file systems take it. */
    public String fileStem() {
        return title.toLowerCase(Locale.ROOT).replace('å', 'a').replace('ä', 'a').replace('ö', 'o').replace(' ', '-');
    }

    /** Whether it tells of a made decision on an application; such a letter, as that of a completion request, writes itself. */
    public boolean tellsDecision() {
        return about == About.DECISION && this != COMMUNICATION;
    }

    /** Whether the case asks for it by itself; the others are written when somebody chooses to. */
    public boolean proposed() {
        return tellsDecision() || this == COMPLETION_REQUEST;
    }

    /** What it is made of, in the order of reading (S4, S12). */
    public List<LetterOutline.Part> parts() {
        return LetterOutline.of(this);
    }
}
