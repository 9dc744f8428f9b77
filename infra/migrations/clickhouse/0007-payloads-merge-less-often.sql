-- Ten parts of a size become one, not five: a row is written again a third less often in its life, and
-- merging the text index is the largest cost of the store. `runs`, which lists read with FINAL, keeps five.
ALTER TABLE run_payloads MODIFY SETTING merge_selector_base = 10;
