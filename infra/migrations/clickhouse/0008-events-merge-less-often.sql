-- As for `run_payloads`: nobody lists events, they are read by key.
ALTER TABLE run_events MODIFY SETTING merge_selector_base = 10;
