package se.trepart.app.language;

/** Looks for one kind of thing in a letter (en kontroll). Keeps nothing of a letter. */
interface LanguageCheck {

    void look(LetterText letter, LetterCase about, FindingList found);
}
