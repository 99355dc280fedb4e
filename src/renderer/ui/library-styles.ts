/*
 * The library's styles. Whoever corrects them imports this file: what a piece of the page depends on is loaded before it,
 * however the pages are cut into chunks, and of two equal rules the later one holds.
 */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
