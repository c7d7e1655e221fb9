package se.trepart.app.language;

/** How a measure stands against its thresholds (färg). */
public enum Colour {
    GREEN,
    YELLOW,
    RED
}
