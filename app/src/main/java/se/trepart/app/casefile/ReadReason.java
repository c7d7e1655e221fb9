package se.trepart.app.casefile;

/** The common reasons for opening a case that is not one's own (skäl att läsa), R31. */
public enum ReadReason {
    /** jag hjälper eller vikarierar för en kollega */
    HELP,
    /** jag tar hand om ärendet */
    TAKE_OVER,
    /** jag beslutar eller granskar beslutet */
    DECIDE,
    /** jag fördelar ärendet */
    DISTRIBUTE,
    /** den sökande eller någon annan har hört av sig */
    CONTACT,
    /** egenkontroll eller uppföljning */
    FOLLOW_UP,
    /** med egna ord */
    OWN_WORDS
}
