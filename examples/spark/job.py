"""What ``spark-submit`` is given; the job is ``gongkai_spark/job.py``."""

from gongkai_spark.job import main

main()
