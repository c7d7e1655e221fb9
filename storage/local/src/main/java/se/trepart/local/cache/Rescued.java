package se.trepart.local.cache;

/**
 * What became of a damaged store (räddat förråd). Documents are fetched anew; what was typed here was brought over as far as it could be read.
 *
 * @param saved operations, drafts, set-aside files and unsent files that were brought over
 * @param lost those that could not be read
 * @param folder where the damaged files lie
 */
public record Rescued(int saved, int lost, String folder) {}
