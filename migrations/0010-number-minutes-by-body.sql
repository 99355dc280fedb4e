-- The minutes of a congress and of a cell count in the series of their own body. Those numbered before stay in the
-- committee's, with the numbers and the symbol that they were filed under.

-- Holds once the minutes have a number.
ALTER TABLE conference ADD COLUMN minutes_issuer TEXT NOT NULL DEFAULT 'committee'
  CHECK (minutes_issuer IN ('committee', 'congress', 'cell'));

DROP INDEX conference_minutes_number;
CREATE UNIQUE INDEX conference_minutes_number ON conference (term_id, minutes_issuer, minutes_number)
  WHERE minutes_number IS NOT NULL;
