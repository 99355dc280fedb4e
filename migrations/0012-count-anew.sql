-- A vote that is corrected is counted by who is in the room as the roll has it then: minutes that print "04/05" beside
-- "Có mặt: 04" were frozen by these two.
DROP TRIGGER vote_frozen;
DROP TRIGGER election_frozen;
