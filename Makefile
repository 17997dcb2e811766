# Only short names for the tasks: everything is in site/build/task.py, which also runs without make.
PYTHON ?= python3
# `new-rule` takes arguments: task.py new-rule ID NAME.
TASKS := setup build serve test test-long media bench release check lock

.PHONY: $(TASKS)
$(TASKS):
	@$(PYTHON) site/build/task.py $@
