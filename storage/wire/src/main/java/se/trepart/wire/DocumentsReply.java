package se.trepart.wire;

import java.util.List;

/** One entry for each document asked for: a leave for what the caller may not hold or what never was. */
public record DocumentsReply(List<Entry> entries) {}
